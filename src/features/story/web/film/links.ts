// Addresses of the film page. Runs and frames count from 1 in an address, as a reader counts them.

export type FilmPlace = { readonly run: number; readonly frame?: number | undefined; readonly beside?: readonly number[] };

/** `/cases/…/film?run=2&frame=43&beside=3`. Runs and frames from 1. */
export const filmLink = (caseId: string, { run, frame, beside = [] }: FilmPlace): string =>
  `/cases/${caseId}/film?run=${run}${frame === undefined ? '' : `&frame=${frame}`}${beside.length === 0 ? '' : `&beside=${beside.join(',')}`}`;

const whole = (text: string | undefined, most: number): number | undefined => {
  const n = Number(text);
  return text !== undefined && Number.isInteger(n) && n >= 1 && n <= most ? n : undefined;
};

/** What an address asks for, within the runs there are; nonsense is the first run. */
export const placeIn = (query: Readonly<Record<string, string>>, runs: number): FilmPlace & { readonly beside: readonly number[] } => ({
  run: whole(query.run, runs) ?? 1,
  frame: whole(query.frame, 5001),
  beside: (query.beside ?? '').split(',').flatMap((one) => whole(one, runs) ?? []).slice(0, 3),
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
