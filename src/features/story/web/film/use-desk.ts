// The viewer's desk: which panes stand on it, which of them is meant, what is in hand.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { together, type ViewerPane } from '#features/cases/web/player-door.ts';
import type { CaseView, RunView } from '../../rules/present.ts';
import { FullFilm } from './full-film.ts';
import { filmLink, type FilmPlace } from './links.ts';
import type { Start } from './pane.tsx';
import { isPhoto, sourceOf } from './source.ts';
import type { Hand } from './tools.tsx';

const ADDRESS_MS = 400;
const NARROW = '(max-width: 60rem)';

type Slot = Start & { readonly key: number };

/** Sources of all runs; full films by run, made when first asked for. */
const useSources = (runs: readonly RunView[]) => {
  const films = useRef(new Map<string, FullFilm>());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [, setAsked] = useState(0);
  const signature = runs.map(({ id, t0, t1, t2 }) => `${id}${t0?.url}${t1?.url}${t2?.url}`).join();
  const filmFor = (run: RunView): FullFilm => {
    const known = films.current.get(run.id);
    if (known) return known;
    const made = new FullFilm(run.t2?.url ?? '', run.t2?.bytes ?? 0);
    films.current.set(run.id, made);
    setAsked(films.current.size);
    return made;
  };
  const sources = useMemo(() => runs.map((run) => {
    const source = sourceOf(run, () => filmFor(run));
    return isPhoto(run) && whole.has(run.id) && run.t2 ? { ...source, t0: run.t2.url } : source;
  }), [signature, whole]);
  useEffect(() => () => { for (const film of films.current.values()) film.stop(); }, []);
  return { sources, whole, filmOf: (run: RunView) => films.current.get(run.id), filmFor, showWhole: (id: string) => setWhole((now) => new Set(now).add(id)) };
};

/** Writes where the viewer stands into the address, without a step in the history. */
const useAddress = (caseId: string, panes: readonly (ViewerPane | undefined)[], active: number): void => {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const [now, others] = [panes[active]?.state(), panes.filter((pane, i) => pane && i !== active)];
      if (!now) return;
      const at = filmLink(caseId, { run: now.run + 1, frame: now.playing ? undefined : now.frame + 1, beside: others.map((pane) => (pane?.state().run ?? 0) + 1) });
      if (location.pathname + location.search !== at && location.pathname.endsWith('/film')) history.replaceState(history.state, '', at);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, ADDRESS_MS);
    };
    const stops = panes.map((pane) => pane?.onChange(later));
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop?.();
    };
  }, [caseId, panes, active]);
};

/** The pane that is meant leads; the others show the same share of their rounds. */
const useLink = (panes: readonly (ViewerPane | undefined)[], active: number, linked: boolean): void => {
  useEffect(() => {
    const lead = panes[active];
    const others = panes.flatMap((pane, i) => (pane && i !== active ? [pane] : []));
    if (!linked || !lead || others.length === 0) return;
    if (others.some((pane) => pane.state().playing)) lead.player.play();
    const stops = others.map((pane) => {
      pane.player.pause();
      return together(lead, pane);
    });
    return () => { for (const stop of stops) stop(); };
  }, [panes, active, linked]);
};

export const useDesk = (c: CaseView, place: FilmPlace & { readonly beside: readonly number[] }) => {
  const [slots, setSlots] = useState<readonly Slot[]>(() =>
    [place.run, ...place.beside].map((run, key) => ({ key, run: run - 1, plays: place.frame === undefined && key === 0, ...(place.frame === undefined || key > 0 ? {} : { frame: place.frame - 1 }) })));
  const [byKey, setByKey] = useState<ReadonlyMap<number, ViewerPane>>(new Map());
  const panes = useMemo(() => slots.map(({ key }) => byKey.get(key)), [slots, byKey]);
  const [active, setActive] = useState(0);
  const [linked, setLinked] = useState(true);
  const [hand, setHand] = useState<Hand>('auto');
  const nextKey = useRef(slots.length);
  const made = useSources(c.runs);
  const main = panes[active];
  useAddress(c.id, panes, active);
  useLink(panes, active, linked && slots.length > 1);
  useEffect(() => { for (const pane of panes) pane?.tool(hand === 'arrow' || hand === 'text' ? 'mark' : hand); }, [hand, panes]);

  const layout = (wanted: number): void => {
    const most = Math.min(wanted, c.runs.length, matchMedia(NARROW).matches ? 2 : 4);
    const now = main?.state();
    const first = slots[active] as Slot;
    const there = new Set([now?.run ?? first.run]);
    const rest = Array.from({ length: c.runs.length }, (_, i) => ((now?.run ?? first.run) + 1 + i) % c.runs.length).filter((run) => !there.has(run)).slice(0, most - 1);
    setSlots([first, ...rest.map((run) => ({ key: nextKey.current++, run, plays: !linked && (now?.playing ?? false) }))]);
    setActive(0);
  };

  return {
    ...made, slots, panes, main, active, linked, hand, layout,
    activate: setActive, link: setLinked, take: setHand,
    /** A pane opened or closed. */
    ready: (key: number) => (pane: ViewerPane | undefined) => setByKey((now) => {
      const next = new Map(now);
      if (pane) next.set(key, pane);
      else next.delete(key);
      return next;
    }),
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
