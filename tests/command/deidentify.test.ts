import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { findPlanted, type Needle, plantedDicom, syntaxes } from 'imaging';
import { fakeIdentity, makeStudy, renderRun, writeRun } from 'imaging/phantom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JPEG } from '../../imaging/src/photo/chromium-fixtures.ts';
import { tell } from './told.ts';

const FAMILY = 'KARIMZADEHXQ4 SORAYA';
const who = fakeIdentity(12, 'female', 63);
const [spec] = makeStudy({ id: 'x', seed: 3, patient: { sex: 'female' }, dominance: 'right', lesions: [] }, { frames: 14, size: 64 });
if (spec === undefined) throw new Error('a study without runs');
const SIDE = 256;
/** Grey that drifts, with grain of chance: nothing in it looks like writing, and no line of it repeats. */
const soft = (frame: number): Uint8Array<ArrayBuffer> => {
  let state = frame + 1;
  return Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return 90 + 40 * Math.sin((at % SIDE) / 60 + frame / 3) + ((state >>> 24) % 11);
  });
};
const rendered = renderRun(spec);
const run = { ...rendered, spec: { ...spec, size: SIDE }, frames: rendered.frames.map((_, frame) => soft(frame)) };
const named = writeRun(run, who, { pixels: 'native', burnName: true });
const plain = writeRun(run, who, { pixels: 'native' });
const planted = plantedDicom({ seed: 8, transferSyntax: syntaxes.EXPLICIT_LE, modality: 'US' });
const needles: readonly Needle[] = [
  ...planted.needles, { text: FAMILY, place: 'folder' }, { text: who.patientId, place: 'id' }, { text: who.nationalId, place: 'code' },
  { text: `${who.familyNameFa}^${who.givenNameFa}`, place: 'name' }, { text: who.institution, place: 'institution' },
];

let folder: string;
let source: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hamdel-clean-'));
  source = join(folder, FAMILY);
  out = join(folder, 'clean');
  mkdirSync(source);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Row = { input: number; inner?: number; outcome: string; reason: string | null; output: string | null; removed: number; kept: number; masks: { frames: unknown; x: number; y: number; w: number; h: number; why: string }[]; sha256: { before: string | null; after: string | null } };
const rowsOf = (text: string): Row[] => (JSON.parse(text) as { files: Row[] }).files;
const leaksIn = (bytes: Uint8Array | string) => findPlanted(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, needles).map((one) => `${one.needle.place} as ${one.encoding}`);

test('what needs a look is held back, what is broken is refused, and the clean run is written all the same', async () => {
  writeFileSync(join(source, '1 broken.dcm'), plain.subarray(0, 700));
  writeFileSync(join(source, '2 named.dcm'), named);
  writeFileSync(join(source, '3 plain.dcm'), plain);
  writeFileSync(join(source, '4 echo.dcm'), planted.bytes);
  writeFileSync(join(source, '5 photo.jpg'), Buffer.from(JPEG, 'base64'));
  writeFileSync(join(source, '6 letter.pdf'), '%PDF-1.7 a letter');
  const { code, out: said, err } = await tell(['deidentify', source, '--out', out, '--json']);
  const rows = rowsOf(said);
  expect(code).toBe(3);
  expect(rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['dicom-truncated', 'review-text-found', 'clean', 'review-kind', 'review-photo', 'dicom-paper']);
  expect(readdirSync(out)).toEqual([rows[2]?.output]);
  expect(leaksIn(said + err)).toEqual([]);
  const [mask] = rows[1]?.masks ?? [];
  expect(mask).toMatchObject({ frames: 'all', why: 'static' });
  expect(mask?.y).toBeLessThan(40);
}, 60_000);

test('with the proposals accepted the masks are burnt in, and what is written passes the node’s own check', async () => {
  writeFileSync(join(source, 'a.dcm'), named);
  writeFileSync(join(source, 'b.dcm'), planted.bytes);
  writeFileSync(join(source, 'c.jpg'), Buffer.from(JPEG, 'base64'));
  const report = join(folder, 'report.json');
  const { code, out: said } = await tell(['deidentify', source, '--out', out, '--accept-proposals', '--report', report]);
  expect(code).toBe(0);
  expect(said).toContain('3 clean, 0 held back');
  expect(leaksIn(said)).toEqual([]);
  const rows = rowsOf(readFileSync(report, 'utf8'));
  for (const { output, sha256, removed } of rows) {
    expect(output).toBe(`${sha256.after?.slice(0, 16)}.${output?.split('.')[1]}`);
    expect(removed).toBeGreaterThan(0);
    expect(leaksIn(readFileSync(join(out, String(output))))).toEqual([]);
  }
  expect(await tell(['verify', ...rows.map((row) => join(out, String(row.output)))])).toMatchObject({ code: 0, out: '1: clean\n2: clean\n3: clean\n' });
  // The report alone names the sources; nobody else of the machine may read it.
  expect(readFileSync(report, 'utf8')).toContain(join(FAMILY, 'a.dcm'));
  expect(statSync(report).mode & 0o077).toBe(0);
  expect(leaksIn(readFileSync(report, 'utf8').replaceAll(FAMILY, ''))).toEqual([]);
}, 60_000);

test('a disc in a ZIP is opened entry by entry; a bad entry and a missing file stop nothing', async () => {
  const zip = join(source, 'disc.zip');
  writeFileSync(zip, zipSync({ [`${FAMILY}/I1`]: plain, [`${FAMILY}/I2`]: plain.subarray(0, 500), DICOMDIR: Buffer.from('no directory') }));
  const { code, out: said, err } = await tell(['deidentify', join(source, 'not there.dcm'), zip, '--out', out, '--json']);
  expect(code).toBe(3);
  expect(rowsOf(said).map(({ input, inner, outcome, reason }) => [input, inner, reason ?? outcome])).toEqual([
    [1, undefined, 'file-unreadable'], [2, 0, 'clean'], [2, 1, 'dicom-truncated'], [2, 2, 'intake-not-an-image'],
  ]);
  expect(leaksIn(said + err)).toEqual([]);
}, 60_000);

test('several files at once give the same as one after another, and identifiers of one person agree', async () => {
  for (const n of [1, 2, 3]) writeFileSync(join(source, `${n}.dcm`), Buffer.concat([plain, new Uint8Array(30 * 1024 * 1024)]));
  const { out: said } = await tell(['deidentify', source, '--out', out, '--json']);
  const rows = rowsOf(said);
  expect(rows.map(({ input, outcome, reason }) => [input, reason ?? outcome])).toEqual([1, 2, 3].map((n) => [n, 'clean']));
  expect(new Set(rows.map((row) => row.sha256.after)).size).toBe(1);
}, 60_000);

test.each([
  [['deidentify'], /Nothing was done/],
  [['deidentify', 'x.dcm'], /--out/],
  [['deidentify', 'x.dcm', '--out'], /--out/],
  [['deidentify', '.', '--out', '.'], /one of the sources/],
  [['deidentify', 'x.dcm', '--frob'], /option --frob/],
  [['verify'], /at least one file/],
])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
  const { code, out: said, err } = await tell(args);
  expect({ code, said }).toEqual({ code: 2, said: '' });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n {4}at /);
});

test('verify finds the file that was tampered with, and says where', async () => {
  writeFileSync(join(source, 'a.dcm'), plain);
  const { out: said } = await tell(['deidentify', source, '--out', out, '--json']);
  const file = join(out, String(rowsOf(said)[0]?.output));
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes, Buffer.from(FAMILY)]));
  const { code, out: verdict } = await tell(['verify', file, join(source, 'a.dcm')]);
  expect(code).toBe(3);
  expect(verdict).toMatch(/^1: not clean \(verify-(trailing-bytes|not-canonical)[^\n]*\n2: not clean \(verify-/);
  expect(leaksIn(verdict)).toEqual([]);
}, 60_000);
