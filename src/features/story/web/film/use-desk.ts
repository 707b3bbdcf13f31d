// The viewer's desk: which panes stand on it, which of them is meant, what is in hand.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import type { Beside, FilmPlace, Linked } from './links.ts';
import { beforeAfterPairs, biplanePairs } from './pairs.ts';
import type { Start } from './start.ts';
import { isGreyFilm } from './run-facts.ts';
import { isPhoto } from './source.ts';
import { type Hand, toolOf } from './hand.ts';
import { useAddress } from './use-address.ts';
import { useLinked } from './use-linked.ts';
import { useSources } from './use-sources.ts';

const NARROW = '(max-width: 60rem)';
export const isNarrow = (): boolean => matchMedia(NARROW).matches;

type Slot = Start & { readonly key: number };
type Place = FilmPlace & { readonly beside: readonly Beside[]; readonly linked: Linked };

const slotsOf = ({ run, frame, beside }: Place, key: (n: number) => number): Slot[] =>
  [{ run, frame }, ...beside].map((one, n) => ({ key: key(n), run: one.run - 1, plays: frame === undefined && n === 0, ...(one.frame === undefined ? {} : { frame: one.frame - 1 }) }));

/** The runs to stand beside one: the other plane, the same projection, then those that follow. */
const neighbours = (runs: readonly RunView[], run: number, most: number): number[] => {
  const partners = [...biplanePairs(runs), ...beforeAfterPairs(runs)].flatMap(([a, b]) => (a === run ? [b] : b === run ? [a] : []));
  const following = runs.map((_, i) => (run + 1 + i) % runs.length);
  return [...new Set([...partners, ...following])].filter((one) => one !== run).slice(0, most);
};

/** Panes by the slot they stand in; undefined while one is opening. */
const usePanes = (slots: readonly Slot[]) => {
  const [byKey, setByKey] = useState<ReadonlyMap<number, ViewerPane>>(new Map());
  const panes = useMemo(() => slots.map(({ key }) => byKey.get(key)), [slots, byKey]);
  const ready = (key: number) => (pane: ViewerPane | undefined): void => setByKey((now) => {
    const next = new Map(now);
    if (pane) next.set(key, pane);
    else next.delete(key);
    return next;
  });
  return { panes, ready };
};

const useArrangement = (c: CaseView, place: Place) => {
  const [slots, setSlots] = useState<readonly Slot[]>(() => slotsOf(place, (n) => n));
  const { panes, ready } = usePanes(slots);
  const [active, setActive] = useState(0);
  const [linked, setLinked] = useState<Linked>(place.linked);
  const nextKey = useRef(slots.length);
  /** What stood beside the one that fills the screen now. */
  const grid = useRef<readonly number[]>([]);
  const main = panes[active];

  const runAt = (i: number): number => panes[i]?.state().run ?? (slots[i] as Slot).run;
  const beside = (runs: readonly number[], plays: boolean): void => {
    setSlots([slots[active] as Slot, ...runs.map((run) => ({ key: nextKey.current++, run, plays }))]);
    setActive(0);
  };
  const layout = (wanted: number): void => {
    const room = Math.min(wanted, c.runs.length, isNarrow() ? 2 : 4);
    const before = grid.current.filter((run) => run !== runAt(active));
    if (room === 1) grid.current = slots.flatMap((_, i) => (i === active ? [] : [runAt(i)]));
    const others = [...new Set([...slots.flatMap((_, i) => (i === active ? [] : [runAt(i)])), ...before, ...neighbours(c.runs, runAt(active), 3)])];
    beside(others.filter((run) => run !== runAt(active)).slice(0, room - 1), linked === 'no' && (main?.state().playing ?? false));
  };
  return {
    slots, panes, ready, active, main, linked, activate: setActive, link: setLinked,
    layout,
    /** One pane or all, as the hand does it that points at one. */
    toggle: (): void => layout(slots.length > 1 ? 1 : Math.max(2, grid.current.length + 1)),
    /** To a frame of a run: in the pane that shows it, else in the one that is meant. `frame` from 0. */
    goTo: (run: number, frame?: number): void => {
      const shown = panes.findIndex((pane) => pane?.state().run === run);
      const index = shown < 0 ? active : shown;
      const pane = panes[index];
      if (!pane) return;
      setActive(index);
      pane.show(run);
      if (frame === undefined) return;
      pane.player.pause();
      pane.player.seek(frame);
    },
    /** Puts a run into one pane. */
    put: (run: number, index: number): void => {
      setActive(index);
      panes[index]?.show(run);
    },
    /** As an address says: panes that stand stay and show what it asks for. */
    arrange: (to: Place): void => {
      const wanted = slotsOf(to, (n) => slots[n]?.key ?? nextKey.current++);
      for (const [n, { run, frame }] of wanted.entries()) {
        panes[n]?.show(run);
        if (frame === undefined) continue;
        panes[n]?.player.pause();
        panes[n]?.player.seek(frame);
      }
      setSlots(wanted);
      setActive(0);
      setLinked(to.linked);
    },
  };
};

export const useDesk = (c: CaseView, place: Place) => {
  const made = useSources(c.runs);
  const stands = useArrangement(c, place);
  const { panes, active, main, linked } = stands;
  const [hand, setHand] = useState<Hand>('auto');
  const biplane = useMemo(() => biplanePairs(c.runs), [c.runs]);
  const sameView = useMemo(() => beforeAfterPairs(c.runs), [c.runs]);
  const address = useAddress(c.id, panes, linked);
  useLinked(c.runs, panes, active, linked, biplane);
  useEffect(() => { for (const pane of panes) pane?.tool(toolOf[hand]); }, [hand, panes]);

  return {
    ...made, ...stands, hand, biplane, sameView, address,
    /** The mask is taken away and given back by its own tool; it stays while another is in hand. */
    take: (next: Hand): void => {
      const now = main?.state();
      const off = now?.subtraction != null;
      if (next === 'mask' && !off && !(now && !now.flat && isGreyFilm(c.runs[now.run] as RunView))) return;
      if (next === 'mask') main?.player.subtract(off ? null : undefined);
      setHand(next === 'mask' && off ? 'auto' : next);
    },
    load: (index: number): void => {
      const run = c.runs[index] as RunView;
      if (isPhoto(run)) {
        made.showWhole(run.id);
        return;
      }
      const at = main?.state();
      const offsets = made.sources[index]?.sidecar.offsets ?? [];
      made.filmFor(run).load(offsets[at?.frame ?? 0]?.offset ?? 0);
      for (const pane of panes) if (pane?.state().run === index) pane.player.choose('t2');
    },
    /** Before a player asks for a full frame: only films that were wanted. */
    opened: (player: ViewerPane['player'], run: number): void => player.choose(made.filmOf(c.runs[run] as RunView) ? 't2' : 't1'),
  };
};

export type Desk = ReturnType<typeof useDesk>;
