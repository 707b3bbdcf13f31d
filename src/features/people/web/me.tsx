import './people.css';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { type Draft, useSavedAsTyped } from '#web/autosave.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import { clockText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Face } from '#web/ui/people.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { Facts } from '#web/ui/strips.tsx';
import { both } from '#web/words.ts';
import * as say from '#words/people.ts';
import type { Colleague } from '../rules/colleague.ts';
import type { Concept, ProfileView } from '../rules/profile-view.ts';
import { writtenIn } from '../rules/written-in.ts';
import { typedFrom, type Typed } from './draft.ts';
import { HowToBeVerified } from './how-verified.tsx';
import { lineText, titledName } from './said.ts';
import { SignOut } from './sign-out.tsx';
import { Checked } from './checked.tsx';
import { WhoSection } from './who-section.tsx';

// Every signed-in page's first load is bounded; the upper half of the form stands at once, the lower comes with its own file.
const server = import.meta.env.SSR;
const LowerSections = later(async () => (await import('./lower-sections.tsx')).LowerSections, server ? (await import('./lower-sections.tsx')).LowerSections : undefined);

export const title = (l: Locale): string => say.meTitle(l);

const readProfile = async () => {
  const answer = await api.get<ProfileView>('/api/me/profile');
  return answer.ok ? { ok: true as const, value: { value: typedFrom(answer.value), version: answer.value.version } } : answer;
};

export const View = ({ data: { profile, mine, concepts } }: PageProps<{ profile: ProfileView; mine: Colleague; concepts: Concept[] }>) => {
  const { l, me } = useHere();
  const draft = useSavedAsTyped<Typed>('/api/me/profile', { value: typedFrom(profile), version: profile.version }, { what: both(say.meChanged), open: '/me', read: readProfile });
  return (
    <>
      <div class="head">
        <Face of={mine} big />
        <div>
          <h1>{say.meTitle(l)}</h1>
          <p><Say>{titledName(l, { ...mine, nameEn: nameIn(draft.value, 'En') || mine.nameEn, nameFa: nameIn(draft.value, 'Fa') || mine.nameFa, title: draft.value.title })}</Say></p>
          <p class="meta"><Say>{lineText(l, mine)}</Say></p>
        </div>
        <div class="head-acts"><LinkButton small href={`/people/${profile.id}`}>{say.meSeen(l)}</LinkButton></div>
      </div>
      <TwoVersions mine={draft.value} conflict={draft.conflict} show={(value) => <Summary value={value} />} />
      <div class="cols sect">
        <div class="profile-form">
          {draft.state.kind !== 'clean' && <div class="saved-strip"><Saved draft={draft} /></div>}
          {!profile.verified && <HowToBeVerified id={profile.id} />}
          <WhoSection draft={draft} verified={profile.verified} />
          <LowerSections draft={draft} profile={profile} concepts={concepts} />
        </div>
        <aside class="aside">
          <section><h2>{say.meCheckedTitle(l)}</h2><Checked person={mine} /></section>
          <section>
            <ul class="list tight">
              <li><a href="/me/cv">{say.meCv(l)}</a></li>
              <li><a href="/me/ledger">{say.meLedger(l)}</a></li>
              <li><a href="/arrivals">{say.meArrivals(l)}</a></li>
              <li><a href="/me/devices">{say.meDevices(l)}</a></li>
              {me.person?.roles.includes('privacy-officer') && <li><a href="/privacy">{say.mePrivacy(l)}</a></li>}
              {me.person?.roles.includes('coordinator') && <li><a href="/coordinator">{say.meCoordinator(l)}</a></li>}
              {me.person?.roles.includes('steward') && <li><a href="/steward">{say.meSteward(l)}</a></li>}
            </ul>
            <div class="above-3"><SignOut /></div>
          </section>
        </aside>
      </div>
    </>
  );
};

const nameIn = (value: Typed, script: 'En' | 'Fa'): string => [value[`given${script}`], value[`family${script}`]].filter(Boolean).join(' ');

/** A profile is seen by colleagues, so the kit's "only you see it" would be untrue here. */
const Saved = ({ draft }: { draft: Draft<Typed> }) => {
  const { l, timeZone } = useHere();
  if (draft.state.kind !== 'saved') return <SavedLine state={draft.state} />;
  return <span class="saved" role="status"><Say>{say.meSaved(l, { time: clockText(l, new Date(draft.state.at), timeZone) })}</Say></span>;
};

const Summary = ({ value }: { value: Typed }) => {
  const l = useLocale();
  const rows = [
    [say.meWhoTitle(l), <bdi key="n">{named(l, { nameEn: nameIn(value, 'En'), nameFa: nameIn(value, 'Fa') })}</bdi>],
    [say.askedAboutLabel(l), <UserRun key="a" text={value.askedAbout} lang={writtenIn(value.askedAbout, l)} />],
    [say.capLabel(l), <Say key="c">{say.capLine(l, { n: value.weeklyCap })}</Say>],
  ] as const;
  return <Facts rows={rows} />;
};

