// What a pane shows now, for components: nothing before the browser has opened it.

import { useEffect, useState } from 'preact/hooks';
import type { PaneState, ViewerPane } from '#features/cases/web/player-door.ts';
import type { FullFilm, Loaded } from './full-film.ts';

export const usePane = (pane: ViewerPane | undefined): PaneState | undefined => {
  const [now, setNow] = useState<PaneState>();
  useEffect(() => {
    setNow(pane?.state());
    return pane?.onChange(setNow);
  }, [pane]);
  return now;
};

/** How much of a full film is here; undefined before anyone asked for it. */
export const useLoaded = (film: FullFilm | undefined): Loaded | undefined => {
  const [now, setNow] = useState<Loaded>();
  useEffect(() => {
    setNow(film?.now);
    return film?.onChange(setNow);
  }, [film]);
  return now;
};

/** True where the reader asked for stillness; then a film waits for its button. */
export const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
