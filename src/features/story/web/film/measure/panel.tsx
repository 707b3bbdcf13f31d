// The measuring tools: what to measure, what comes next, the number with its method, and the way to keep it.

import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import { FRENCH } from '../../../rules/measure/calibration.ts';
import { measuredOf } from '../../../rules/measure/marked.ts';
import type { RunView } from '../../../rules/present.ts';
import { sizeOf } from '../run-size.ts';
import type { FullFilm } from '../full-film.ts';
import type { Authors } from '../mark-labels.ts';
import { useLoaded, usePane } from '../use-pane.ts';
import type { Drawn, Shown } from '../use-marks.ts';
import { type Choice, drawnOf, noHeader } from './calibrations.ts';
import { begun, complete, type Draft, type Kind, withoutLast } from './draft.ts';
import { noMeasure, planeOf } from './full-picture.ts';
import type { NoMeasure } from './refusal.ts';
import { searched } from './settle.ts';
import type { Measuring } from './use-measuring.ts';
import { calibrationText, methodText, numberText } from './words.ts';

const KINDS: readonly Kind[] = ['catheter', 'stenosis', 'vessel', 'length', 'angle'];

const kindName = (l: Locale, kind: Kind): string => ({
  catheter: say.filmMeasureCatheter, stenosis: say.filmMeasureStenosis, vessel: say.filmMeasureVessel, length: say.filmMeasureLength, angle: say.filmMeasureAngle,
})[kind](l);

/** What the hand does next. */
const stepText = (l: Locale, { kind, ends, found, snapped }: Draft): string => {
  const n = ends.length;
  if (kind === 'catheter') return n < 2 ? say.filmMeasureStepCatheter(l) : snapped ? say.filmMeasureStepSnapped(l) : say.filmMeasureStepAdjust(l);
  if (kind === 'length') return n < 2 ? say.filmMeasureStepLength(l) : say.filmMeasureStepAdjust(l);
  if (kind === 'angle') return n < 3 ? say.filmMeasureStepAngle(l) : say.filmMeasureStepAdjust(l);
  if (kind === 'stenosis') return n < 2 ? say.filmMeasureStepLeast(l) : n < 4 ? say.filmMeasureStepReference(l) : say.filmMeasureStepAdjust(l);
  if (found === 'nothing') return say.filmMeasureStepNothing(l);
  return found ? say.filmMeasureStepWalls(l) : say.filmMeasureStepVessel(l);
};

const noText = (l: Locale, why: NoMeasure): string => ({
  photo: say.filmMeasureNoPhoto, 'not-square': say.filmMeasureNoSquare, 'no-full': say.filmMeasureNoFull, preview: say.filmMeasureNoPreview,
})[why](l);

/** The refusal, and the full picture on request with its size. */
const Refused = ({ run, why, film, onLoad }: { run: RunView; why: NoMeasure; film: FullFilm | undefined; onLoad: () => void }) => {
  const l = useLocale();
  const loaded = useLoaded(film);
  return (
    <div class="row refusal" role="status">
      <span>{noText(l, why)}</span>
      {why === 'preview' && run.t2 && !loaded?.going && <Button small kind="main" icon="down" onClick={onLoad}><Say>{say.filmLoad(l, { size: bytesText(l, run.t2.bytes - (loaded?.got ?? 0)) })}</Say></Button>}
      {why === 'preview' && loaded?.going && (
        <>
          <span class="num"><Say>{say.filmLoading(l, { done: bytesText(l, loaded.got), all: bytesText(l, loaded.total) })}</Say></span>
          <progress value={loaded.got} max={loaded.total} aria-label={say.filmFullFilm(l)} />
        </>
      )}
    </div>
  );
};

const choiceText = (l: Locale, { calibration, mark }: Choice, authors: Authors): string => {
  const what = calibrationText(l, calibration);
  if (!mark) return what;
  const author = mark.by === null ? undefined : authors.get(mark.by);
  const whose = mark.own ? say.filmMine(l) : mark.by === null ? say.filmOfAsker(l) : author ? named(l, author) : say.filmOfColleague(l);
  return `${what} (${whose})`;
};

const CalibrationField = ({ run, choices, chosen, authors, onChoose }: { run: RunView; choices: readonly Choice[]; chosen: Choice; authors: Authors; onChoose: (key: string) => void }) => {
  const l = useLocale();
  const why = noHeader(run);
  return (
    <label class="field"><span class="lab">{say.filmMeasureOn(l)}</span>
      <select class="in" value={chosen.key} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => <option key={choice.key} value={choice.key}>{choiceText(l, choice, authors)}</option>)}
      </select>
      {chosen.key === 'none' && why && <span class="hint">{why === 'no-magnification' ? say.filmMeasureNoMagnification(l) : say.filmMeasureNoSpacing(l)}</span>}
    </label>
  );
};

/** The number and its method; beside them what the number does not know. */
const Result = ({ drawn, draft, run }: { drawn: Drawn | null; draft: Draft; run: RunView }) => {
  const l = useLocale();
  const measured = drawn && measuredOf(drawn, sizeOf(run));
  if (!measured) return draft.kind === 'stenosis' && complete(draft) ? <p role="status">{say.filmMeasureTurned(l)}</p> : null;
  const along = measured.kind === 'length' || measured.kind === 'vessel' || measured.kind === 'angle';
  return (
    <div class="measured" role="status">
      <p class="number"><Say>{numberText(l, measured)}</Say></p>
      <p class="meta"><Say>{methodText(l, measured)}</Say></p>
      {along && <p class="meta">{say.filmMeasureForeshortened(l)}</p>}
      {measured.kind === 'vessel' && <p class="meta">{measured.limit ? say.filmMeasureLimit(l) : say.filmMeasureNotQca(l)}</p>}
    </div>
  );
};

export type PanelProps = {
  pane: ViewerPane | undefined; run: RunView; film: FullFilm | undefined; marks: readonly Shown[]; authors: Authors; measuring: Measuring;
  /** Undefined for a reader who may not mark: the number is seen and not kept. */ onKeep: ((drawn: Drawn) => void) | undefined;
  onLoad: () => void; onFocus: () => void;
};

const Acts = ({ draft, drawn, measuring, onKeep, onFind, onFocus }: Pick<PanelProps, 'measuring' | 'onKeep' | 'onFocus'> & { draft: Draft; drawn: Drawn | null; onFind: (() => void) | undefined }) => {
  const l = useLocale();
  if (draft.ends.length === 0) return null;
  const put = (next: Draft | undefined) => (): void => {
    measuring.put(next);
    onFocus();
  };
  return (
    <div class="row">
      {onFind && <Button small kind="main" onClick={onFind}>{say.filmMeasureFind(l)}</Button>}
      {drawn && onKeep && <Button small kind="main" icon="check" onClick={() => { onKeep(drawn); onFocus(); }}>{say.filmMeasureKeep(l)}</Button>}
      <Button small kind="bare" onClick={put(withoutLast(draft))}>{say.filmMeasureBack(l)}</Button>
      <Button small kind="bare" onClick={put(undefined)}>{say.filmDrop(l)}</Button>
    </div>
  );
};

const Bench = (props: PanelProps & { kind: Kind }) => {
  const l = useLocale();
  const { pane, run, measuring, authors, onKeep, onFocus, kind } = props;
  const { choices, chosen, draft, drawn } = drawnOf(props);
  const plane = planeOf(pane, run);
  const find = kind === 'vessel' && draft && complete(draft) && draft.found === null && plane ? () => { measuring.put(searched(draft, plane)); onFocus(); } : undefined;
  const frame = pane?.state().frame ?? 0;
  const now = draft ?? begun(kind, run.id, frame);
  return (
    <>
      <p class="hint" role="status">{stepText(l, now)}</p>
      {kind === 'vessel' && !plane && <p class="hint">{say.filmMeasureNoGreys(l)}</p>}
      <Result drawn={drawn} draft={now} run={run} />
      <Acts draft={now} drawn={drawn} measuring={measuring} onKeep={onKeep} onFind={find} onFocus={onFocus} />
      <div class="fields">
        {kind === 'catheter' && <NumberField label={say.filmMeasureFrench(l)} unit="F" value={measuring.french} low={FRENCH.least} high={FRENCH.most} example="6" onValue={(size) => measuring.size(typeof size === 'number' ? size : undefined)} />}
        {kind !== 'catheter' && kind !== 'angle' && <CalibrationField run={run} choices={choices} chosen={chosen} authors={authors} onChoose={(key) => measuring.choose(run.id, key)} />}
      </div>
    </>
  );
};

const Kinds = ({ measuring, onFocus }: Pick<PanelProps, 'measuring' | 'onFocus'>) => {
  const l = useLocale();
  return (
    <div class="tools more kinds" role="group" aria-label={say.filmMeasureTool(l)}>
      {KINDS.map((kind) => (
        <button key={kind} type="button" class="btn small" aria-pressed={measuring.kind === kind} onClick={() => { measuring.take(measuring.kind === kind ? undefined : kind); onFocus(); }}><span>{kindName(l, kind)}</span></button>
      ))}
    </div>
  );
};

export const MeasurePanel = (props: PanelProps) => {
  const l = useLocale();
  const { pane, run, film, measuring, onLoad, onFocus } = props;
  const now = usePane(pane);
  const why = noMeasure(pane, run, now);
  return (
    <section class="measuring" aria-label={say.filmMeasureTool(l)}>
      {why !== null && <Refused run={run} why={why} film={film} onLoad={onLoad} />}
      {why === null && <Kinds measuring={measuring} onFocus={onFocus} />}
      {why === null && (measuring.kind ? <Bench {...props} kind={measuring.kind} /> : <p class="hint" role="status">{say.filmMeasureChoose(l)}</p>)}
    </section>
  );
};
