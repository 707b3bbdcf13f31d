// Where the viewer stands is its address: another number of panes is a step in the history, anything else rewrites the one that is there.

import { useEffect, useRef } from 'preact/hooks';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import { type Beside, type FilmPlace, type Linked, filmLink } from './links.ts';

const ADDRESS_MS = 400;

const frameOf = (pane: ViewerPane): Beside => {
  const { run, frame, playing } = pane.state();
  return { run: run + 1, ...(playing ? {} : { frame: frame + 1 }) };
};

/** Panes in the order they stand; undefined while one is opening. */
const placeOf = (panes: readonly (ViewerPane | undefined)[], linked: Linked): FilmPlace | undefined => {
  const [first, ...beside] = panes.flatMap((pane) => (pane ? [frameOf(pane)] : []));
  return first && beside.length === panes.length - 1 ? { ...first, beside, linked: beside.length > 0 ? linked : 'start' } : undefined;
};

const panesIn = (search: string): number => 1 + (new URLSearchParams(search).get('beside') ?? '').split(',').filter((one) => one !== '').length;

export type Address = {
  /** Somebody else changed it: the way back, or a link. */
  readonly moved: () => boolean;
  /** The viewer stands where it says now. */
  readonly met: () => void;
};

export const useAddress = (caseId: string, panes: readonly (ViewerPane | undefined)[], linked: Linked): Address => {
  const ours = useRef<string | undefined>(undefined);
  useEffect(() => { ours.current ??= location.search; }, []);
  const moved = (): boolean => ours.current !== undefined && location.search !== ours.current;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const place = placeOf(panes, linked);
      if (!place || moved() || !location.pathname.endsWith('/film')) return;
      const at = filmLink(caseId, place);
      if (location.pathname + location.search === at) return;
      if (panesIn(location.search) === panes.length) history.replaceState(history.state, '', at);
      else history.pushState({}, '', at);
      ours.current = location.search;
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, ADDRESS_MS);
    };
    const stops = panes.map((pane) => pane?.onChange(later));
    later();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop?.();
    };
  }, [caseId, panes, linked]);
  return { moved, met: () => { ours.current = location.search; } };
};
