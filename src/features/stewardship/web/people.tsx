import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { newId } from '#kernel/ids.ts';
import { layerText, lineText, roleText, plainName, useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import type { Answer } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Chip } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/stewardship.ts';
import { roles as allRoles } from '#features/people/rules/vocabulary.ts';
import type { StewardPerson } from '../rules/present.ts';
import type { OneCode } from './answers.ts';
import { CodeOnce } from './once.tsx';
import { Papers } from './queue.tsx';
import { StewardFrame } from './steward-frame.tsx';

export const title = (l: Locale): string => say.peopleTitle(l);

export const View = ({ data: { people }, query }: PageProps<{ people: StewardPerson[] }>) => {
  const { l, acts } = useHere();
  const [q, setQ] = useState(query.q ?? '');
  const look = () => acts.go(q ? `/steward/people?${new URLSearchParams({ q })}` : '/steward/people', { replace: true });
  return (
    <StewardFrame at="/steward/people" title={say.peopleTitle(l)}>
      <form class="searchrow short" method="get" action="/steward/people" onSubmit={(event) => { event.preventDefault(); look(); }}>
        <TextField label={say.peopleSearch(l)} type="search" name="q" value={q} onValue={setQ} maxLength={120} />
        <Button type="submit" icon="search">{say.peopleAct(l)}</Button>
      </form>
      <p class="meta above-3" role="status">{say.peopleCount(l, { n: people.length })}</p>
      {people.length === 0 ? <Empty sentence={say.peopleNone(l)} /> : <ul class="list above-2">{people.map((one) => <li key={one.id}><Person one={one} /></li>)}</ul>}
    </StewardFrame>
  );
};

const Person = ({ one }: { one: StewardPerson }) => {
  const l = useLocale();
  return (
    <div class="stack near">
      <PersonLine of={{ ...one, nameEn: plainName('en', one), nameFa: plainName('fa', one) }} href={`/people/${one.id}`} detail={<Say>{lineText(l, one)}</Say>} />
      <p class="row">{one.roles.map((role) => <Chip key={role}>{roleText(l, role)}</Chip>)}<Chip no={!one.verified}>{layerText(l, one.layer)}</Chip></p>
      <details class="more"><summary>{say.peopleMore(l)}</summary><Acts one={one} /></details>
    </div>
  );
};

type Wish = { act: string; question: string; kind: 'stop' | 'main'; run: () => Promise<Answer<unknown>> };

const Acts = ({ one }: { one: StewardPerson }) => {
  const { l, acts, now } = useHere();
  const [wish, setWish] = useState<Wish>();
  const [code, setCode] = useState<OneCode>();
  const { busy, refused, run } = useAct();
  const name = plainName(l, one);
  const path = `/api/steward/people/${one.id}`;
  const yes = async () => {
    const answer = wish && (await run(wish.run));
    setWish(undefined);
    if (answer !== undefined) await acts.reloadMe();
  };
  const makeCode = async () => {
    const answer = await run(() => api.post<OneCode>(`${path}/sign-in-code`, { id: newId(now, browserRandom) }));
    setWish(undefined);
    if (answer) setCode(answer);
  };
  const roles = allRoles.map((role) => {
    const word = roleText(l, role);
    if (!one.roles.includes(role)) return <Button key={role} small onClick={() => void run(() => api.post(`${path}/roles`, { role })).then((done) => (done === undefined ? undefined : acts.reload()))}><Say>{say.peopleGive(l, { role: word })}</Say></Button>;
    const act = say.peopleEnd(l, { role: word }).replace(/[\u2066-\u2069]/g, '');
    return <Button key={role} small kind="stop" onClick={() => setWish({ act, question: say.peopleEndAsk(l, { name }), kind: 'stop', run: () => api.del(`${path}/roles/${role}`) })}>{act}</Button>;
  });
  return (
    <div class="stack">
      <Papers one={one} />
      <div class="row">
        {one.verified && roles}
        {one.layers.filter(({ layer }) => layer !== 'vouched').map((layer) => (
          <Button key={layer.id} small kind="stop" onClick={() => setWish({ act: say.peopleEndLayer(l), question: say.peopleEndLayerAsk(l), kind: 'stop', run: () => api.del(`${path}/layers/${layer.id}`) })}>{say.peopleEndLayer(l)}: {layerText(l, layer.layer)}</Button>
        ))}
        <Button small onClick={() => setWish({ act: say.peopleCodeAct(l), question: say.peopleCodeAsk(l, { name }), kind: 'main', run: async () => ({ ok: true, value: undefined }) })}>{say.peopleCode(l)}</Button>
      </div>
      <RefusalNote refused={refused} />
      {code && <CodeOnce code={code} name={name} onDone={() => setCode(undefined)} />}
      <Confirm open={wish !== undefined} question={wish?.question ?? ''} act={wish?.act ?? ''} kind={wish?.kind ?? 'main'} onNo={() => setWish(undefined)}
        onYes={() => void (wish?.kind === 'main' ? makeCode() : yes())} busy={busy ? say.queueRecording(l) : undefined} />
    </div>
  );
};
