// What quality is on the screen, what that forbids, and how the rest is fetched: only on request, with its bytes.

import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import type { PaneState, ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import type { FullFilm, Loaded } from './full-film.ts';
import { tierName } from './labels.ts';
import { isPhoto } from './source.ts';
import { useLoaded, usePane } from './use-pane.ts';

export type TierAsks = {
  readonly load: (run: number) => void;
  readonly again: () => void;
};

export const Tier = ({ pane, runs, at, filmOf, whole, asks }: {
  pane: ViewerPane | undefined; runs: readonly RunView[]; at: number; filmOf: (run: RunView) => FullFilm | undefined;
  /** Photos that are shown in full. */ whole: ReadonlySet<string>; asks: TierAsks;
}) => {
  const l = useLocale();
  const now = usePane(pane);
  const index = now?.run ?? at;
  const run = runs[index] as RunView;
  const film = filmOf(run);
  const loaded = useLoaded(film);
  const full = now?.tier === 't2' || whole.has(run.id);
  const half = now?.tier === 't2-half';
  const kind = run.kind === 'still' ? say.filmPhoto(l) : full ? say.filmFullFilm(l) : half ? say.filmHalfFilm(l) : previewOf(l, run);
  return (
    <div class="tier-line">
      <p class="row">
        <span class={full ? 'chip' : 'chip dashed'}><span>{now?.tier && run.kind !== 'still' ? <bdi class="x">{tierName(now.tier)}</bdi> : null} {kind}</span></span>
        <span>{full ? say.filmWholeThere(l) : half ? say.filmHalfThere(l) : say.filmNoMeasure(l)}</span>
        <Fetch run={run} loaded={loaded} whole={whole.has(run.id)} onLoad={() => asks.load(index)} onStop={() => film?.stop()} />
      </p>
      <p role="status" class="meta">{coming(l, run, now)}</p>
      <Troubles run={run} now={now} loaded={loaded} onAgain={asks.again} onLoad={() => asks.load(index)} />
    </div>
  );
};

/** A preview that is not what the detector gave says so: noise filtered, or frames left out. */
const previewOf = (l: ReturnType<typeof useLocale>, run: RunView): string => {
  const preview = run.sidecar.preview as { codec?: unknown; filtered?: unknown } | undefined;
  if (preview?.codec === 'webp') return say.filmPreviewSparse(l);
  return preview?.filtered === true ? say.filmPreviewFiltered(l) : say.filmPreview(l);
};

const coming = (l: ReturnType<typeof useLocale>, run: RunView, now: PaneState | undefined) =>
  now && run.t1 && !now.blind && now.ready === 0 && !now.trouble.t1 ? <Say>{say.filmComing(l, { size: bytesText(l, run.t1.bytes) })}</Say> : null;

const Fetch = ({ run, loaded, whole, onLoad, onStop }: { run: RunView; loaded: Loaded | undefined; whole: boolean; onLoad: () => void; onStop: () => void }) => {
  const l = useLocale();
  if (!run.t2 || whole) return null;
  if (isPhoto(run)) return <Button small icon="down" onClick={onLoad}><Say>{say.filmLoadPhoto(l, { size: bytesText(l, run.t2.bytes) })}</Say></Button>;
  if (loaded?.going) {
    return (
      <>
        <span class="num"><Say>{say.filmLoading(l, { done: bytesText(l, loaded.got), all: bytesText(l, loaded.total) })}</Say></span>
        <progress value={loaded.got} max={loaded.total} aria-label={say.filmFullFilm(l)} />
        <Button small kind="bare" onClick={onStop}>{say.filmStop(l)}</Button>
      </>
    );
  }
  if (loaded && loaded.got === loaded.total) return null;
  if (loaded?.cut) return null;
  return <Button small icon="down" onClick={onLoad}><Say>{say.filmLoad(l, { size: bytesText(l, run.t2.bytes - (loaded?.got ?? 0)) })}</Say></Button>;
};

const Troubles = ({ run, now, loaded, onAgain, onLoad }: { run: RunView; now: PaneState | undefined; loaded: Loaded | undefined; onAgain: () => void; onLoad: () => void }) => {
  const l = useLocale();
  if (!now) return null;
  const said: { text: string; act?: () => void }[] = [
    ...(now.blind ? [{ text: say.filmBlind(l) }] : now.flat ? [{ text: say.filmFlat(l) }] : []),
    ...(now.trouble.t1 === 'network' ? [{ text: say.filmPreviewCut(l), act: onAgain }] : []),
    ...(now.trouble.t1 === 'codec' && !now.blind ? [{ text: say.filmPreviewCodec(l) }] : []),
    ...(loaded?.cut ? [{ text: say.filmCut(l, { done: bytesText(l, loaded.got), all: bytesText(l, loaded.total) }), act: onLoad }] : []),
    ...(now.trouble.t2 === 'codec' ? [{ text: say.filmFullCodec(l) }] : []),
    ...(!run.t1 && run.kind !== 'still' && !now.tier?.startsWith('t2') ? [{ text: say.filmOnlyStill(l) }] : []),
  ];
  return (
    <div role="status">
      {said.map(({ text, act }) => <p key={text} class="row trouble"><span><Say>{text}</Say></span>{act && <Button small onClick={act}>{say.filmAgain(l)}</Button>}</p>)}
    </div>
  );
};
