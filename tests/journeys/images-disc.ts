// Discs for the journeys of images: runs of the phantom as a cath laboratory's CD has them, with the papers of a CD beside and a name burnt in.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { burnedLine, demoStudy, type FakeIdentity, fakeIdentity, renderRun, writeRun } from 'imaging/phantom';
import type { Needle } from 'imaging/planting/scan';

export type Disc = AsyncDisposable & {
  readonly folder: string;
  readonly who: FakeIdentity;
  /** Every identifier on it, long enough that chance does not answer. */
  readonly needles: readonly Needle[];
  /** Paths of the runs, in order; names carry the patient's name, as on many discs. */
  readonly runs: readonly string[];
  /** A folder as the disc shows it: runs in subfolders, a program and papers beside. */
  readonly cd: string;
  /** One archive with the runs, a DICOMDIR and what else a CD carries. */
  readonly zip: string;
  put(name: string, bytes: Uint8Array): Promise<string>;
};

export const needlesOf = (who: FakeIdentity): Needle[] => [
  { text: `${who.familyName}^${who.givenName}`, place: 'PatientName' }, { text: `${who.familyName}_${who.givenName}`, place: 'file name' },
  { text: `${who.familyName} ${who.givenName}`, place: 'name in words' }, { text: `${who.familyNameFa}^${who.givenNameFa}`, place: 'PatientName, Persian' },
  { text: who.patientId, place: 'PatientID' }, { text: who.nationalId, place: 'national code' }, { text: who.birthDate, place: 'birth date' },
  { text: who.studyDate, place: 'study date' }, { text: who.institution, place: 'institution' }, { text: who.institutionFa, place: 'institution, Persian' },
  { text: who.operator.slice(0, -5), place: 'operator' }, { text: who.referrer.slice(0, -5), place: 'referrer' }, { text: who.accession, place: 'accession' },
  { text: who.phone, place: 'phone' }, { text: who.serial, place: 'serial' }, { text: who.uidRoot, place: 'UID root' }, { text: burnedLine(who), place: 'burnt line' },
];

export type DiscChoice = { readonly runs?: number; readonly frames?: number; readonly size?: number; readonly seed?: number; /** Runs, from 0, with the name burnt in. */ readonly burnt?: readonly number[] };

export async function makeDisc({ runs = 2, frames = 24, size = 256, seed = 4711, burnt = [] }: DiscChoice = {}): Promise<Disc> {
  const folder = await mkdtemp(join(tmpdir(), 'hamdel-disc-'));
  const who = fakeIdentity(seed, 'male', 71);
  const study = demoStudy('demo-lm-calc', { frames, size }) ?? [];
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const cd = join(folder, 'CD');
  await mkdir(join(cd, 'DICOM/A'), { recursive: true });
  const paths: string[] = [];
  const entries: Record<string, Uint8Array> = {
    'AUTORUN.INF': new TextEncoder().encode('[autorun]\nopen=VIEWER.EXE'), 'VIEWER.EXE': new TextEncoder().encode('MZ and the rest of a viewer'),
    'REPORT.PDF': new TextEncoder().encode('%PDF-1.4 a report'),
  };
  for (const [n, spec] of study.slice(0, runs).entries()) {
    const bytes = writeRun(renderRun(spec), who, { burnName: burnt.includes(n) });
    const name = `${who.familyName}_${who.givenName}_${n + 1}.dcm`;
    paths.push(await put(name, bytes));
    await put(`CD/DICOM/A/${name}`, bytes);
    entries[`DICOM/${name}`] = bytes;
  }
  for (const name of ['AUTORUN.INF', 'VIEWER.EXE', 'REPORT.PDF']) await put(`CD/${name}`, entries[name] as Uint8Array);
  const zip = await put(`${who.familyName}_${who.givenName}.zip`, zipSync(entries, { level: 0 }));
  return { folder, who, needles: needlesOf(who), runs: paths, cd, zip, put, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** An archive of a few kilobytes that would unpack to 96 MB. */
export const bomb = (): Uint8Array => zipSync({ 'IM0001': new Uint8Array(96 * 1024 * 1024) }, { level: 9 });
