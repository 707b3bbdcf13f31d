// The reading of a drop, inside its worker: every file looked at by its bytes and let go, archives opened within bounds, runs put in order.
import { expand, type Found as FoundFile, type IntakeRun } from 'imaging/intake/expand';
import type { Place, Source } from 'imaging/intake/unpack';
import type { DeskReason } from './desk.ts';

export type IntakeRequest = { readonly files: readonly File[] };
/** A run, a photo, or what is painted first (`paper`), by its place in the drop; `inner` counts from 0 inside an archive. `bytes` is its unpacked size. */
export type Found = Place & { readonly source: Source; readonly bytes: number; readonly kind: 'run' | 'photo' | 'paper' };
export type Reading = { readonly files: number; readonly bytes: number; readonly allBytes: number };
export type IntakeAnswer =
  | ({ readonly kind: 'progress' } & Reading)
  | { readonly kind: 'read'; readonly found: readonly Found[]; readonly aside: readonly (Place & { readonly reason: DeskReason })[] };

/** Pictures of one series taken one by one (a few stills of an echo); more is a volume, which is no run. */
export const SERIES_MOST = 12;

type Aside = Extract<IntakeAnswer, { kind: 'read' }>['aside'][number];
const reasonOf = ({ code, params }: { code: string; params: Readonly<Record<string, string | number>> }): DeskReason => ({ code: code as DeskReason['code'], params });

/** Answers `progress` as files are read, then one `read`. Never rejects: a file that cannot be read is set aside with its reason. */
export const serveIntake = async ({ files }: IntakeRequest, post: (answer: IntakeAnswer) => void): Promise<void> => {
  const allBytes = files.reduce((sum, { size }) => sum + size, 0);
  const { runs, photos, papers, rejected } = await expand(files.map((file) => ({ name: file.name, bytes: file })), (read) => post({ kind: 'progress', ...read, allBytes }));
  const aside: Aside[] = rejected.map(({ place, refusal }) => ({ ...place, reason: reasonOf(refusal) }));
  const found = runs.flatMap((run) => filesOf(run, (place) => aside.push({ ...place, reason: { code: 'series-long', params: { n: run.files.length } } })));
  const of = (kind: Found['kind'], list: readonly FoundFile[]): Found[] => list.map(({ place, source, bytes }) => ({ ...place, source, bytes, kind }));
  post({ kind: 'read', found: [...of('run', found), ...of('photo', photos), ...of('paper', papers)], aside });
};

const filesOf = (run: IntakeRun, leave: (place: Place) => void): readonly FoundFile[] => {
  const [first] = run.files;
  if (run.files.length <= SERIES_MOST || first === undefined) return run.files;
  leave(first.place);
  return [];
};
