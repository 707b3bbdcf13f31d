import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dicomParser from 'dicom-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { readDicom } from '../dicom/read.ts';
import { transferSyntaxOf } from '../dicom/transfer-syntaxes.ts';
import { nodeCodecs } from '../node/codecs.ts';
import { decodeFrame } from '../pixels/decode.ts';
import { formatOf, paletteOf } from '../pixels/format-of.ts';
import { type Rebuilt, rebuild } from './rebuild.ts';

const FOLDER = '../shared/data/dicom';
const OPTIONS = { key: new Uint8Array(32).fill(7), caseSalt: new Uint8Array(4) };
const codecs = nodeCodecs();
const work = mkdtempSync(join(tmpdir(), 'hamdel-peers-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const dcmtk = has('dcmdjpeg') && has('dcmdrle') && has('dcm2pnm');
const gdcm = has('gdcmconv');
if (!dcmtk) console.warn('skipped: DCMTK is not installed, so no pixels are compared with it');
if (!gdcm) console.warn('skipped: GDCM is not installed, so no pixels are compared with it');

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const hashes = (bytes: Uint8Array, length: number, frames: number): string[] =>
  Array.from({ length: frames }, (_, i) => hash(bytes.subarray(i * length, (i + 1) * length)));

/** Frames of a clean file as we decode them; colours of a palette as their numbers, unless `shown`. */
const ours = async ({ bytes, sidecar }: Rebuilt, shown = false): Promise<Uint8Array[]> => {
  const read = readDicom(bytes);
  const numbers = sidecar.photometric === 'PALETTE COLOR' && !shown;
  const format = formatOf(numbers ? { ...sidecar, photometric: 'MONOCHROME2' } : sidecar, read.ok ? paletteOf(read.value.set) : null);
  const out: Uint8Array[] = [];
  for (const { offset, length } of sidecar.offsets) {
    const frame = await decodeFrame({ ...format, bytes: bytes.subarray(offset, offset + length) }, codecs);
    if (!frame.ok) throw new Error(frame.code);
    out.push(new Uint8Array(frame.value.data.buffer, frame.value.data.byteOffset, frame.value.data.byteLength));
  }
  return out;
};

type Peer = { readonly name: string; readonly unpack: (from: string, to: string) => readonly string[] };
const PEERS: Readonly<Record<string, Peer>> = {
  jpeg: { name: 'dcmdjpeg', unpack: (from, to) => [from, to] },
  native: { name: 'dcmdjpeg', unpack: (from, to) => [from, to] },
  rle: { name: 'dcmdrle', unpack: (from, to) => [from, to] },
  'jpeg-2000': { name: 'gdcmconv', unpack: (from, to) => ['--raw', from, to] },
};

/** Pixels of the source as the peer unpacks them, cut out by a third reader; undefined when the peer cannot read the file. */
const theirs = (peer: Peer, source: string): Uint8Array | undefined => {
  const to = join(work, 'unpacked.dcm');
  rmSync(to, { force: true });
  spawnSync(peer.name, peer.unpack(source, to) as string[]);
  if (!existsSync(to)) return undefined;
  const set = dicomParser.parseDicom(new Uint8Array(readFileSync(to)));
  const pixels = set.elements['x7fe00010'];
  return pixels === undefined || pixels.fragments !== undefined ? undefined : (set.byteArray.subarray(pixels.dataOffset, pixels.dataOffset + pixels.length) as Uint8Array);
};

const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.dcm')) : [];
const opening = names.flatMap((name) => {
  const made = rebuild(new Uint8Array(readFileSync(`${FOLDER}/${name}`)), OPTIONS);
  return made.ok ? [{ name, made: made.value, coding: transferSyntaxOf(made.value.certificate.transferSyntax.from)?.coding ?? '' }] : [];
});

/** Neither tool reads HTJ2K; a sequence of this ultrasound file is closed early, so they get our clean file in its place. */
const UNREAD = new Set(['pydicom-data__HTJ2KLossless_08_RGB.dcm']);
const BROKEN_FOR_OTHERS = new Set(['fo-dicom__DIRW0007.dcm']);

describe.skipIf(!dcmtk || !gdcm || names.length === 0)('pixels of the clean file are those that DCMTK or GDCM find in the source', () => {
  test.each(opening.filter(({ name }) => !UNREAD.has(name)))('$name ($coding)', async ({ name, made, coding }) => {
    const peer = PEERS[coding];
    if (peer === undefined) throw new Error(`no peer for ${coding}`);
    const clean = join(work, 'clean.dcm');
    writeFileSync(clean, made.bytes);
    const peers = theirs(peer, BROKEN_FOR_OTHERS.has(name) ? clean : `${FOLDER}/${name}`);
    const frames = await ours(made);
    expect(peers, `${peer.name} reads it`).toBeDefined();
    expect(frames.map(hash)).toEqual(hashes(peers as Uint8Array, frames[0]?.length ?? 0, frames.length));
  }, 60_000);
});

const palettes = opening.filter(({ made }) => made.sidecar.photometric === 'PALETTE COLOR');

describe.skipIf(!dcmtk || !gdcm || palettes.length === 0)('colours of a palette are those of the peer', () => {
  test.each(palettes)('$name', async ({ name, made }) => {
    const [first] = await ours(made, true);
    const [flat, picture] = [join(work, 'flat.dcm'), join(work, 'picture.ppm')];
    // DCMTK knows no segmented palettes: GDCM writes them out in full first.
    spawnSync('gdcmconv', ['--raw', '--decompress-lut', `${FOLDER}/${name}`, flat]);
    spawnSync('dcm2pnm', ['+op', flat, picture]);
    expect(hash(readFileSync(picture).subarray(-(first?.length ?? 0)))).toBe(hash(first as Uint8Array));
  });
});
