// Looking quietly: what I wish to hear of and who may know it; my passports; where I was and may be asked about.
import './opportunities.css';
import type { Locale } from '#kernel/locale.ts';
import { lineText, useAct } from '#features/people/web/door.tsx';
import { countryText } from '#features/people/web/place-door.ts';
import { countries } from '#features/people/rules/places.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import type { Answer } from '#web/refusals.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import { type Gender, genders, type LookingView, type WishView } from '../rules/looking.ts';
import { Many } from './form/many.tsx';
import { searchOf, wantsText } from './wants-text.ts';

const WishForm = later(async () => (await import('./form/wish-form.tsx')).WishForm, import.meta.env.SSR ? (await import('./form/wish-form.tsx')).WishForm : undefined);
const Stays = later(async () => (await import('./form/stays.tsx')).Stays, import.meta.env.SSR ? (await import('./form/stays.tsx')).Stays : undefined);

type Data = { readonly looking: LookingView; readonly concepts: readonly Concept[] };
export type Act = (work: () => Promise<Answer<unknown>>) => Promise<boolean>;
export const title = (l: Locale): string => say.lookingTitle(l);

export const View = ({ data: { looking, concepts } }: PageProps<Data>) => {
  const l = useLocale();
  const reload = useReload();
  const { refused, run } = useAct();
  const act: Act = async (work) => {
    const done = (await run(work)) !== undefined;
    if (done) await reload();
    return done;
  };
  const listed = [...countries].sort((a, b) => countryText(l, a).localeCompare(countryText(l, b), l));
  return (
    <>
      <h1>{say.lookingTitle(l)}</h1>
      <p class="meta above-2">{say.lookingLead(l)}</p>
      <RefusalNote refused={refused} />
      <Section title={say.wishesTitle(l)} first>
        {looking.wishes.length === 0 && <p class="meta">{say.wishesNone(l)}</p>}
        <ul class="list">{looking.wishes.map((wish) => <Wish key={wish.id} of={wish} concepts={concepts} act={act} />)}</ul>
        <details class="why" id="new-wish"><summary>{say.wishNew(l)}</summary><div class="above-2"><WishForm concepts={concepts} act={act} /></div></details>
      </Section>
      {looking.toldMe.length > 0 && (
        <Section title={say.toldMeTitle(l)}>
          <p class="meta">{say.toldMeLead(l)}</p>
          <ul class="list tight">{looking.toldMe.map((one, i) => <li key={`${one.person.id} ${i}`} class="stack near"><PersonLine of={one.person} href={`/people/${one.person.id}`} detail={<Say>{lineText(l, one.person)}</Say>} /><p><Say>{wantsText(l, one.wants, concepts)}</Say></p>{one.note !== '' && <p>«<UserRun text={one.note} lang={one.lang} />»</p>}</li>)}</ul>
        </Section>
      )}
      <Section title={say.passportsTitle(l)}>
        <p class="meta">{say.passportsLead(l)}</p>
        <div class="above-3"><Many label={say.passportsMine(l)} add={say.countryAdd(l)} value={looking.passports} from={listed} text={(code) => countryText(l, code)} most={6} onValue={(next) => void act(() => api.put('/api/me/passports', { countries: next }))} /></div>
      </Section>
      <Stays of={looking.stays} act={act} />
      <Section title={say.genderTitle(l)}>
        <Seg label={say.genderLabel(l)} hint={say.genderLead(l)} value={looking.gender ?? 'unsaid'} onValue={(value) => void act(() => api.put('/api/me/gender', { gender: value === 'unsaid' ? null : value }))}
          options={[...genders, 'unsaid' as const].map((value) => ({ value, label: genderText(l, value) }))} />
      </Section>
    </>
  );
};

const genderText = (l: Locale, value: Gender | 'unsaid'): string => ({ woman: say.genderWoman, man: say.genderMan, other: say.genderOther, unsaid: say.genderUnsaid })[value](l);

const Wish = ({ of: wish, concepts, act }: { of: WishView; concepts: readonly Concept[]; act: Act }) => {
  const l = useLocale();
  const kind = { wish: say.wishKindWish, 'open-to': say.wishKindOpenTo, search: say.wishKindSearch }[wish.kind](l);
  return (
    <li class="stack near">
      <span class="eyebrow">{kind}</span>
      <b><Say>{wantsText(l, wish.wants, concepts)}</Say></b>
      {wish.note !== '' && <span>«<UserRun text={wish.note} lang={wish.lang} />»</span>}
      <span class="meta">{wish.readers.length === 0 ? say.wishSealed(l) : say.wishReaders(l)}{wish.readers.map((one, i) => <span key={one.id}>{i > 0 && ' · '}<bdi>{l === 'fa' ? one.nameFa : one.nameEn}</bdi></span>)}</span>
      <div class="row"><LinkButton small href={`/opportunities${searchOf(wish.wants)}`}>{say.wishSee(l)}</LinkButton><Button small onClick={() => void act(() => api.del(`/api/me/wishes/${wish.id}`))}>{say.wishEnd(l)}</Button></div>
    </li>
  );
};
