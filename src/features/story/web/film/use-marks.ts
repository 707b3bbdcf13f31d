// The marks of a case as this page keeps them: what the node has, what waits on this device, and the way back from a slip.

import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useMe, useReload } from '#web/context.tsx';
import { onSettled, withdraw } from '#web/outbox.ts';
import { browserRandom } from '#web/random.ts';
import type { Refused } from '#web/refusals.ts';
import { useSending } from '#web/use-outbox.ts';
import { both } from '#web/words.ts';
import * as say from '#words/story.ts';
import type { CaseView, MarkView } from '../../rules/present.ts';
import { filmLink } from './links.ts';
import { markId, type Numbered, numbered, shownMarks } from './mark-numbers.ts';

export type Drawn = Pick<MarkView, 'runId' | 'frame' | 'shape' | 'points' | 'note' | 'details'>;
export type Shown = Numbered & { /** On this device only, so far. */ readonly waits: boolean };
export type Marks = {
  readonly all: readonly Shown[];
  readonly refused: Refused | undefined;
  add(drawn: Drawn): Promise<string>;
  rub(mark: MarkView): Promise<void>;
  undo(): void;
  redo(): void;
};

type Step = { readonly did: 'add' | 'rub'; readonly mark: MarkView };
type Waiting = { readonly drawn: MarkView[]; readonly rubbed: ReadonlySet<string> };

/** A mark as it was sent. The node says the time; until then it is the present. */
const asDrawn = (body: unknown, by: string | null): MarkView => ({ ...(body as Omit<MarkView, 'by' | 'at'>), by, at: new Date().toISOString() });

const useWaiting = (caseId: string, by: string | null): Waiting => {
  const path = `/api/cases/${caseId}/marks`;
  const own = useSending().items.filter((one) => one.path.startsWith(path));
  return {
    drawn: own.filter(({ method }) => method === 'POST').map(({ body }) => asDrawn(body, by)),
    rubbed: new Set(own.filter(({ method }) => method === 'DELETE').map((one) => one.path.slice(path.length + 1))),
  };
};

export const useMarks = (c: CaseView): Marks => {
  const { person } = useMe();
  const reload = useReload();
  const by = c.isMine ? null : (person?.id ?? '');
  const waiting = useWaiting(c.id, by);
  const [local, setLocal] = useState<readonly MarkView[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused>();
  const past = useRef<Step[]>([]);
  const future = useRef<Step[]>([]);

  useEffect(() => onSettled(({ intent, answer, late }) => {
    if (!intent.path.startsWith(`/api/cases/${c.id}/marks`) || !answer.ok) return;
    if (intent.method === 'POST') setLocal((now) => [...now, asDrawn(intent.body, by)]);
    if (!late) void reload(); // a late one has the whole page drawn anew
  }), [c.id, by]);

  const saved = shownMarks(c.marks, person?.id ?? '', c.opinions);
  const known = new Set(saved.map(({ id }) => id));
  const fresh = [...new Map([...local, ...waiting.drawn].map((mark) => [mark.id, mark])).values()].filter(({ id }) => !known.has(id));
  const there = [...saved, ...fresh].filter(({ id }) => !gone.has(id) && !waiting.rubbed.has(id));
  const all = numbered(there, { id: person?.id ?? '', isAsker: c.isMine }).map((mark) => ({ ...mark, waits: !known.has(mark.id) && waiting.drawn.some(({ id }) => id === mark.id) }));

  const openAt = ({ runId, frame }: MarkView): string => filmLink(c.id, { run: c.runs.findIndex(({ id }) => id === runId) + 1, frame: frame + 1 });

  const put = async ({ runId, frame, shape, points, note, details }: Drawn): Promise<MarkView> => {
    const drawn: Drawn = { runId, frame, shape, points, note, details };
    const mark = asDrawn({ ...drawn, id: markId(new Date(), browserRandom, [...c.marks, ...local, ...waiting.drawn].filter((one) => one.by === by)) }, by);
    setRefused(undefined);
    const answer = await api.post(`/api/cases/${c.id}/marks`, { ...drawn, id: mark.id }, { waits: { what: both(say.filmOutMark), open: openAt(mark), id: mark.id, kept: () => setLocal((now) => [...now, mark]) } });
    if (!answer.ok && answer.waiting !== true) {
      setLocal((now) => now.filter(({ id }) => id !== mark.id));
      setRefused(answer);
    }
    return mark;
  };

  const takeOut = async (mark: MarkView): Promise<void> => {
    setGone((now) => new Set(now).add(mark.id));
    if (waiting.drawn.some(({ id }) => id === mark.id)) return withdraw(mark.id);
    const answer = await api.del(`/api/cases/${c.id}/marks/${mark.id}`, { waits: { what: both(say.filmOutRub), open: openAt(mark) } });
    if (!answer.ok && answer.waiting !== true) {
      setGone((now) => new Set([...now].filter((id) => id !== mark.id)));
      setRefused(answer);
    }
  };

  /** Does the opposite of a step; a mark that comes back is a new one, because an id is used once. */
  const turn = async ({ did, mark }: Step): Promise<Step> => {
    if (did === 'rub') return { did: 'add', mark: await put(mark) };
    await takeOut(mark);
    return { did: 'rub', mark };
  };
  const move = (from: Step[], to: Step[]): void => {
    const step = from.pop();
    if (step) void turn(step).then((done) => to.push(done));
  };

  return {
    all,
    refused,
    async add(drawn) {
      const mark = await put(drawn);
      past.current.push({ did: 'add', mark });
      future.current = [];
      return mark.id;
    },
    async rub(mark) {
      past.current.push({ did: 'rub', mark });
      future.current = [];
      await takeOut(mark);
    },
    undo: () => move(past.current, future.current),
    redo: () => move(future.current, past.current),
  };
};
