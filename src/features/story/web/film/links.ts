// Addresses of the film page. Runs and frames count from 1 in an address, as a reader counts them.

import type { Step } from '#features/cases/web/player-door.ts';

export type Beside = { readonly run: number; readonly frame?: number | undefined };
/** How panes move: each by itself, or in step. */
export type Linked = Exclude<Step, 'frame'> | 'no';
export type FilmPlace = Beside & { readonly beside?: readonly Beside[]; readonly linked?: Linked };

const MOST_BESIDE = 3;
const paneText = ({ run, frame }: Beside): string => `${run}${frame === undefined ? '' : `:${frame}`}`;

/** `/cases/…/film?run=2&frame=43&beside=3,1:12&linked=no`. Runs and frames from 1; linked from the start when it is not said. */
export const filmLink = (caseId: string, { run, frame, beside = [], linked = 'start' }: FilmPlace): string =>
  `/cases/${caseId}/film?run=${run}${frame === undefined ? '' : `&frame=${frame}`}${beside.length === 0 ? '' : `&beside=${beside.map(paneText).join(',')}`}${linked === 'start' ? '' : `&linked=${linked}`}`;

const MOST_FRAMES = 5001;
const whole = (text: string | undefined, most: number): number | undefined => {
  const n = Number(text);
  return text !== undefined && Number.isInteger(n) && n >= 1 && n <= most ? n : undefined;
};

const besideIn = (text: string, runs: number): Beside[] => {
  const [first, second] = text.split(':');
  const [run, frame] = [whole(first, runs), whole(second, MOST_FRAMES)];
  return run === undefined ? [] : [frame === undefined ? { run } : { run, frame }];
};

/** What an address asks for, within the runs there are; nonsense is the first run. */
export const placeIn = (query: Readonly<Record<string, string>>, runs: number): Required<Pick<FilmPlace, 'run' | 'beside' | 'linked'>> & Pick<FilmPlace, 'frame'> => ({
  run: whole(query.run, runs) ?? 1,
  frame: whole(query.frame, MOST_FRAMES),
  beside: (query.beside ?? '').split(',').flatMap((one) => besideIn(one, runs)).slice(0, MOST_BESIDE),
  linked: query.linked === 'no' || query.linked === 'beat' ? query.linked : 'start',
});

export type Pointer = { readonly runId: string; readonly frame: number };

/** To the discussion of a case with a frame to point at; `frame` from 0, as the API counts. */
export const referLink = (caseId: string, { runId, frame }: Pointer): string => `/cases/${caseId}?refer=${runId}:${frame}#talk`;

/** The pointer that `referLink` wrote, when `?refer=` holds one of these runs. */
export const referIn = (query: Readonly<Record<string, string>>, runs: readonly { readonly id: string; readonly frames: number }[]): Pointer | undefined => {
  const [runId = '', at = ''] = (query.refer ?? '').split(':');
  const run = runs.find(({ id }) => id === runId);
  const frame = Number(at);
  return run && /^\d+$/.test(at) && frame < run.frames ? { runId, frame } : undefined;
};
