// Play, step, scrub, speed. Time runs from left to right in both languages.

import { useEffect, useRef } from 'preact/hooks';
import type { IconName } from '#web/icons.ts';
import { useLocale } from '#web/context.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { type PaneState, SPEEDS, type ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { rateOf } from './labels.ts';
import { notches } from './mark-numbers.ts';
import { usePane } from './use-pane.ts';
import type { Shown } from './use-marks.ts';

/** To the very ends: a bar beyond the step's own sign. */
const ends = { first: 'M20 5v14l-7-7zM12 5v14l-7-7zM3.500 5v14', last: 'M4 5v14l7-7zM12 5v14l7-7zM20.500 5v14' } as const;
const names: Readonly<Record<string, string>> = { '0.25': '¼', '0.5': '½' };

const Press = ({ label, icon, path, onClick, class: cls = '' }: { label: string; icon?: IconName; path?: string; onClick: () => void; class?: string }) => (
  <button type="button" class={`ib ${cls}`} aria-label={label} title={label} onClick={onClick}>
    {icon ? <Icon name={icon} /> : <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>}
  </button>
);

export const Transport = ({ pane, runs, at, marks }: { pane: ViewerPane | undefined; runs: readonly RunView[]; at: number; marks: readonly Shown[] }) => {
  const l = useLocale();
  const now = usePane(pane);
  const run = runs[now?.run ?? at] as RunView;
  const { frame = 0, frames = run.frames, playing = false } = now ?? {};
  const player = pane?.player;
  const length = run.frameTimesMs?.at(-1) ?? (run.frameMs ?? 0) * (run.frames - 1);
  const rate = rateOf(run);
  return (
    <div class="cine" dir="ltr" role="group" aria-label={say.filmTransport(l)}>
      <Press label={say.filmFirst(l)} path={ends.first} onClick={() => player?.seek(0)} />
      <Press label={say.filmPrev(l)} icon="rew" onClick={() => player?.step(-1)} />
      <Press label={playing ? say.filmPause(l) : say.filmPlay(l)} icon={playing ? 'pause' : 'play'} class="play" onClick={() => player?.toggle()} />
      <Press label={say.filmNext(l)} icon="fwd" onClick={() => player?.step(1)} />
      <Press label={say.filmLast(l)} path={ends.last} onClick={() => player?.seek(frames - 1)} />
      <div class="scrub">
        <span class="num">{frame + 1}/{frames}</span>
        <Track frame={frame} frames={frames} at={notches(marks, run.id, frames)} onSeek={(to) => { player?.pause(); player?.seek(to); }} />
        <span class="num">{(length / 1000).toFixed(1)} s</span>
      </div>
      {rate !== undefined && <span class="num rate"><span class="vh" dir="auto">{say.filmRate(l, { fps: rate })}</span><span aria-hidden="true">{rate} fps</span></span>}
      <Speed now={now} onSpeed={(to) => player?.speed(to)} />
    </div>
  );
};

const Speed = ({ now, onSpeed }: { now: PaneState | undefined; onSpeed: (times: number) => void }) => {
  const l = useLocale();
  return (
    <select class="speed" aria-label={say.filmSpeed(l)} title={say.filmSpeed(l)} value={String(now?.speed ?? 1)} onChange={(event) => onSpeed(Number(event.currentTarget.value))}>
      {SPEEDS.map((speed) => <option key={speed} value={String(speed)}>{names[String(speed)] ?? speed}×</option>)}
    </select>
  );
};

const Track = ({ frame, frames, at, onSeek }: { frame: number; frames: number; at: readonly number[]; onSeek: (frame: number) => void }) => {
  const l = useLocale();
  const input = useRef<HTMLInputElement>(null);
  // The policy takes no style attribute; a property set by script is not one.
  useEffect(() => input.current?.style.setProperty('--at', `${frames > 1 ? (100 * frame) / (frames - 1) : 0}%`), [frame, frames]);
  return (
    <div class="track">
      <svg aria-hidden="true">{at.map((place) => <svg key={place} aria-hidden="true" x={`${(100 * place).toFixed(2)}%`} overflow="visible"><path d="M-6 0h12l-6 8z" /></svg>)}</svg>
      <input
        ref={input} type="range" dir="ltr" min={1} max={Math.max(1, frames)} step={1} value={frame + 1}
        aria-label={say.filmPlace(l)} aria-valuetext={say.filmAt(l, { frame: frame + 1, frames }).replaceAll(/[\u2066-\u2069]/g, '')}
        onInput={(event) => onSeek(Number(event.currentTarget.value) - 1)}
      />
    </div>
  );
};
