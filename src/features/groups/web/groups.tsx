// Groups of the node: mine first, and the form that founds one.

import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { named, useGo, useLocale, usePerson } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Button } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/groups.ts';
import { type GroupKind, groupKinds, LIMITS } from '../rules/limits.ts';
import type { GroupLine } from '../rules/present.ts';
import { kindText, standingText } from './said.ts';

export const title = (l: Locale): string => say.title(l);

export const View = ({ data: { groups } }: PageProps<{ groups: GroupLine[] }>) => {
  const l = useLocale();
  const me = usePerson();
  const [mine, others] = [groups.filter(({ standing }) => standing !== null), groups.filter(({ standing }) => standing === null)];
  return (
    <>
      <h1>{say.title(l)}</h1>
      <p class="meta above-2">{say.lead(l)}</p>
      {groups.length === 0 && <div class="above-4"><Empty sentence={say.none(l)} /></div>}
      {mine.length > 0 && <List title={say.mine(l)} groups={mine} />}
      {others.length > 0 && <List title={mine.length > 0 ? say.others(l) : say.title(l)} groups={others} />}
      {me.verified && <Found />}
    </>
  );
};

const List = ({ title: heading, groups }: { title: string; groups: readonly GroupLine[] }) => {
  const l = useLocale();
  return (
    <section class="above-5">
      <h2>{heading}</h2>
      <ul class="list tight above-2">
        {groups.map((one) => (
          <li key={one.id} class="stack near">
            <a class="strong" href={`/groups/${one.id}`}><bdi>{named(l, one)}</bdi></a>
            <span class="meta">{kindText(l, one.kind)}{one.standing !== null && <> · {standingText(l, one.standing)}</>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Found = () => {
  const l = useLocale();
  const go = useGo();
  const { busy, refused, run } = useAct();
  const [kind, setKind] = useState<GroupKind>('working-group');
  const [typed, setTyped] = useState({ nameEn: '', nameFa: '', purposeEn: '', purposeFa: '' });
  const [id] = useState(() => newId(new Date(0), browserRandom));
  const type = (patch: Partial<typeof typed>) => setTyped((was) => ({ ...was, ...patch }));
  const found = async () => {
    const purpose = l === 'fa' ? { purposeFa: typed.purposeFa } : { purposeEn: typed.purposeEn };
    const done = await run(() => api.post<{ id: string }>('/api/groups', { id, kind, nameEn: typed.nameEn, nameFa: typed.nameFa, ...purpose }));
    if (done) go(`/groups/${done.id}`);
  };
  return (
    <details class="above-5">
      <summary class="btn">{say.foundTitle(l)}</summary>
      <form class="sheet stack above-3" onSubmit={(event) => { event.preventDefault(); void found(); }}>
        <Seg label={say.foundKind(l)} value={kind} onValue={setKind} options={groupKinds.map((value) => ({ value, label: kindText(l, value) }))} />
        <TextField label={say.foundNameEn(l)} lang="en" value={typed.nameEn} onValue={(nameEn) => type({ nameEn })} maxLength={LIMITS.name} required />
        <TextField label={say.foundNameFa(l)} lang="fa" value={typed.nameFa} onValue={(nameFa) => type({ nameFa })} maxLength={LIMITS.name} required />
        <TextArea label={say.foundPurpose(l)} lang={l} rows={2} maxLength={LIMITS.purpose} value={l === 'fa' ? typed.purposeFa : typed.purposeEn} onValue={(text) => type(l === 'fa' ? { purposeFa: text } : { purposeEn: text })} />
        <RefusalNote refused={refused} />
        <div><Button kind="main" type="submit" busy={busy ? say.foundDoing(l) : undefined}>{say.foundAct(l)}</Button></div>
      </form>
    </details>
  );
};
