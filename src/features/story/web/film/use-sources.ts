// Sources of all runs for the player; full films by run, made when first asked for.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RunView } from '../../rules/present.ts';
import { FullFilm } from './full-film.ts';
import { isPhoto, placesOf, sourceOf } from './source.ts';

export const useSources = (runs: readonly RunView[]) => {
  const films = useRef(new Map<string, FullFilm>());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [, setAsked] = useState(0);
  const signature = runs.map(({ id, t0, t1, t2 }) => `${id}${t0?.url}${t1?.url}${t2?.url}`).join();
  const filmFor = (run: RunView): FullFilm => {
    const known = films.current.get(run.id);
    if (known) return known;
    const made = new FullFilm(run.t2?.url ?? '', run.t2?.bytes ?? 0, placesOf(run));
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
