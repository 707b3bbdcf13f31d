// In a network of its own: a node and Orthanc with the same uncompressed runs of 25 and 100 MB; random frames over one kept connection each.
//   node process.ts [orthanc]    tells milliseconds a frame as JSON on its last line

import { Agent, get } from 'node:http';
import { greyShape, madeRun } from '../../../imaging/src/planting/made-run.ts';
import { rebuild } from '../../../imaging/src/clean/rebuild.ts';
import * as acts from '../../../tests/world/acts.ts';
import { openBenchNode } from '../../node.ts';
import { startOrthanc } from '../first-frame/orthanc.ts';

export type Way = 'hamdel' | 'wado' | 'rest';
/** Milliseconds of each fetch, by way and by size of the file. */
export type Told = Record<'small' | 'large', Record<Way, number[]>>;

const SIDE = 512;
const FRAME = SIDE * SIDE;
const FRAMES = { small: 96, large: 384 } as const;
const ROUNDS = 5;
const EACH = 20;

type Fetch = (frame: number) => Promise<number>;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Bytes that came. */
const bytesAt = (url: string, headers: Record<string, string>, expected: number): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => { bytes += part.length; });
      answer.on('end', () => (answer.statusCode === expected ? resolve(bytes) : reject(new Error(`${url} answered ${answer.statusCode}`))));
      answer.on('error', reject);
    }).on('error', reject);
  });

/** Frames that differ, so that nothing is told by its repetition. */
const run = (frames: number, seed: number): Uint8Array<ArrayBuffer> => {
  const all = Array.from({ length: frames }, (_, n) => Uint8Array.from({ length: FRAME }, (_, at) => (at * 31 + n * 7 + ((Math.imul(at + n + seed, 2654435761) >>> 9) & 7)) & 255));
  return madeRun({ modality: 'XA', shape: greyShape(SIDE, SIDE, frames, 8), frames: all, uid: `1.2.3.${frames}` });
};

const node = await openBenchNode();
const orthanc = process.argv[2] === 'orthanc' ? await startOrthanc() : null;
try {
  await node.listen();
  const cookie = await node.cookieOf('maryam');
  const caseId = await acts.start(node.world, 'maryam', 'en', new Date());
  const ways: Partial<Record<'small' | 'large', Partial<Record<Way, Fetch>>>> = {};
  for (const size of ['small', 'large'] as const) {
    const source = run(FRAMES[size], size === 'small' ? 1 : 2);
    const clean = rebuild(source, { key: new Uint8Array(32).fill(3), caseSalt: Uint8Array.of(1), reviewed: true });
    if (!clean.ok) throw new Error(clean.code);
    const { bytes, sidecar } = clean.value;
    const runId = await acts.addRun(node.world, 'maryam', caseId, { kind: 'xa', label: size, position: size === 'small' ? 0 : 1, sidecar: {} }, [{ tier: 't2', mediaType: 'application/dicom', bytes: Buffer.from(bytes) }], new Date());
    const { rows } = await node.owner.query<{ id: string }>('select id from app.objects where run_id = $1', [runId]);
    const url = `http://127.0.0.1:${node.port}/api/objects/${rows[0]?.id}`;
    const own: Fetch = (frame) => {
      const { offset, length } = sidecar.offsets[frame] ?? { offset: 0, length: 0 };
      return bytesAt(url, { cookie, range: `bytes=${offset}-${offset + length - 1}` }, 206);
    };
    ways[size] = { hamdel: own };
    if (!orthanc) continue;
    await orthanc.store(source);
    const all = (await (await fetch(`${orthanc.url}/tools/find`, { method: 'POST', body: JSON.stringify({ Level: 'Instance', Query: { NumberOfFrames: String(FRAMES[size]) }, Expand: true }) })).json()) as { ID: string; MainDicomTags: { SOPInstanceUID: string } }[];
    const one = all.at(-1);
    if (!one) throw new Error('Orthanc has no such run');
    const series = (await (await fetch(`${orthanc.url}/instances/${one.ID}/series`)).json()) as { MainDicomTags: { SeriesInstanceUID: string } };
    const study = (await (await fetch(`${orthanc.url}/instances/${one.ID}/study`)).json()) as { MainDicomTags: { StudyInstanceUID: string } };
    const place = `${orthanc.url}/dicom-web/studies/${study.MainDicomTags.StudyInstanceUID}/series/${series.MainDicomTags.SeriesInstanceUID}/instances/${one.MainDicomTags.SOPInstanceUID}/frames`;
    ways[size] = {
      hamdel: own,
      wado: (frame) => bytesAt(`${place}/${frame + 1}`, { accept: 'multipart/related; type="application/octet-stream"' }, 200),
      rest: (frame) => bytesAt(`${orthanc.url}/instances/${one.ID}/frames/${frame}/raw`, {}, 200),
    };
  }
  const told: Told = { small: { hamdel: [], wado: [], rest: [] }, large: { hamdel: [], wado: [], rest: [] } };
  let seed = 1;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const size of ['small', 'large'] as const) {
      const frames = Array.from({ length: EACH }, () => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return seed % FRAMES[size];
      });
      for (const [way, fetchFrame] of Object.entries(ways[size] ?? {}) as [Way, Fetch][]) {
        for (const frame of frames) {
          const began = performance.now();
          const bytes = await fetchFrame(frame);
          const ms = performance.now() - began;
          if (bytes < FRAME) throw new Error(`${way} gave ${bytes} bytes`);
          if (round > 0) told[size][way].push(ms);
        }
      }
    }
  }
  process.stdout.write(`\n${JSON.stringify(told)}\n`);
} finally {
  agent.destroy();
  await orthanc?.close();
  await node.close();
}
