// The map of keys and gestures, and how this device wants them.

import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import type { KeyProfile } from '#features/cases/web/player-door.ts';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/story.ts';
import { changeSettings, type Settings, settings } from './settings.ts';

type Row = readonly [what: string, ...keys: string[]];

const keyRows = (l: Locale, profile: KeyProfile): Row[] => [
  [say.filmHelpPlay(l), ...(profile === 'ohif' ? [] : ['Space']), 'C'], [say.filmHelpStep(l), '←', '→', ',', '.'], [say.filmHelpEnds(l), 'Home', 'End'], [say.filmHelpRun(l), '↑', '↓', 'PgUp', 'PgDn'],
  [say.filmHelpSpeed(l), '[', ']'], [say.filmHelpWindow(l), 'W'], [say.filmHelpPreset(l), '1', '2', '3', '4'], [say.filmHelpZoomTool(l), 'Z'], [say.filmHelpZoom(l), '+', '−'], [say.filmHelpFit(l), '='], [say.filmHelpActual(l), 'P'],
  [say.filmHelpReset(l), '0', ...(profile === 'ohif' ? ['Space'] : [])], [say.filmHelpTurn(l), 'R', 'L'], [say.filmHelpFlip(l), 'H', 'V'], [say.filmHelpInvert(l), 'I'], [say.filmHelpSharpen(l), 'E'], [say.filmHelpSubtract(l), 'D'], [say.filmHelpNudge(l), '←', '→', '↑', '↓'], [say.filmHelpArrow(l), 'A'], [say.filmHelpText(l), 'T'], [say.filmHelpFreehand(l), 'B'], [say.filmHelpSegment(l), 'G'],
  [say.filmHelpMeasure(l), 'M'], [say.filmHelpEnd(l), 'Enter'], [say.filmHelpNextEnd(l), 'N'], [say.filmHelpNudgeEnd(l), '←', '→', '↑', '↓'], [say.filmHelpFarEnd(l), 'Shift+←', 'Shift+→'], [say.filmHelpPath(l), 'X'],
  [say.filmHelpRub(l), 'Backspace'], [say.filmHelpUndo(l), 'Ctrl+Z', 'Ctrl+Y'], [say.filmHelpLayout(l), 'Shift+1', 'Shift+2', 'Shift+4'], [say.filmHelpPane(l), 'Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], [say.filmHelpLinked(l), 'S'], [say.filmHelpFull(l), 'F'], [say.filmHelpEsc(l), 'Esc'], [say.filmHelpHelp(l), '?'],
];

const mouseRows = (l: Locale): Row[] => [
  [say.filmHelpWheelDoes(l), say.filmHelpWheel(l)], [say.filmHelpLeftDoes(l), say.filmHelpLeft(l)], [say.filmHelpPan(l), say.filmHelpMiddle(l)],
  [say.filmHelpZoomDoes(l), say.filmHelpRight(l)], [say.filmHelpDoubleDoes(l), say.filmHelpDouble(l)], [say.filmHelpCarryDoes(l), say.filmHelpCarry(l)],
];

const touchRows = (l: Locale): Row[] => [
  [say.filmHelpSwipeDoes(l), say.filmHelpSwipe(l)], [say.filmHelpVerticalDoes(l), say.filmHelpVertical(l)], [say.filmHelpHoldDoes(l), say.filmHelpHold(l)], [say.filmHelpTwoDragDoes(l), say.filmHelpTwoDrag(l)], [say.filmHelpZoomDoes(l), say.filmHelpPinch(l)], [say.filmHelpPressDoes(l), say.filmHelpPress(l)],
];

const Table = ({ head, rows, keys = false }: { head: string; rows: readonly Row[]; keys?: boolean }) => {
  const l = useLocale();
  return (
    <table class="tab keymap">
      <thead><tr><th scope="col">{head}</th><th scope="col">{say.filmHelpWhat(l)}</th></tr></thead>
      <tbody>{rows.map(([what, ...names]) => <tr key={what}><td>{keys ? names.map((name) => <kbd key={name} dir="ltr">{name}</kbd>) : names}</td><td>{what}</td></tr>)}</tbody>
    </table>
  );
};

export const HelpMap = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const l = useLocale();
  const [now, setNow] = useState<Settings>({ keys: 'hamdel', upward: false });
  // Read when opened: the server knows nothing of this device.
  const shown = open ? settings() : now;
  const change = (next: Partial<Settings>): void => setNow(changeSettings(next));
  return (
    <Dialog open={open} onClose={onClose} title={say.filmHelpTitle(l)}>
      <p class="meta">{say.filmHelpOnly(l)}</p>
      <Table head={say.filmHelpKey(l)} rows={shown.keys === 'off' ? [] : keyRows(l, shown.keys)} keys />
      <Table head={say.filmHelpMouse(l)} rows={mouseRows(l)} />
      <Table head={say.filmHelpTouch(l)} rows={touchRows(l)} />
      <h3>{say.filmHelpSettings(l)}</h3>
      <label class="field"><span class="lab">{say.filmHelpProfile(l)}</span>
        <select class="in" value={shown.keys} onChange={(event) => change({ keys: event.currentTarget.value as KeyProfile })}>
          <option value="hamdel">{say.filmHelpHamdel(l)}</option><option value="ohif">{say.filmHelpOhif(l)}</option><option value="off">{say.filmHelpOff(l)}</option>
        </select>
      </label>
      <label class="field"><span class="lab">{say.filmHelpDrag(l)}</span>
        <select class="in" value={shown.upward ? 'up' : 'down'} onChange={(event) => change({ upward: event.currentTarget.value === 'up' })}>
          <option value="down">{say.filmHelpDown(l)}</option><option value="up">{say.filmHelpUp(l)}</option>
        </select>
      </label>
    </Dialog>
  );
};
