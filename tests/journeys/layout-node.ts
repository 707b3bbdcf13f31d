// A node for the viewer's layout: the left main case, with runs that belong together behind its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#kernel/ids.ts';
import { addRun } from '#world/acts.ts';
import type { World } from '#world/world.ts';
import { type Database, type FilmNode, openFilmNode } from './film-hand.ts';

const films = join(import.meta.dirname, '../world/films/demo-lm-calc');
const FRAME_MS = 1000 / 15;
const FRAMES = 46;

type More = { readonly kind: 'xa' | 'us'; readonly film: string; readonly sidecar: Record<string, unknown> };

/** Runs 9–12: the first projection again, two planes shot at once with R waves, and a pullback. */
export const more: readonly More[] = [
  { kind: 'xa', film: '01', sidecar: { primaryAngle: -25, secondaryAngle: -24, rWaveTimesMs: [200, 1000] } },
  { kind: 'xa', film: '02', sidecar: { primaryAngle: -20, secondaryAngle: 60, instanceUid: '2.25.101', refersTo: ['2.25.102'], rWaveTimesMs: [400] } },
  { kind: 'xa', film: '03', sidecar: { primaryAngle: 70, secondaryAngle: 0, instanceUid: '2.25.102', rWaveTimesMs: [400] } },
  { kind: 'us', film: '04', sidecar: { modality: 'IVUS', primaryAngle: null, secondaryAngle: null, pullbackMmPerS: 0.5 } },
];

const addMore = async (world: World, caseId: Id): Promise<void> => {
  for (const [n, { kind, film, sidecar }] of more.entries()) {
    const [still, cine] = await Promise.all(['webp', 'mp4'].map(async (kind) => new Uint8Array(await readFile(join(films, `${film}.${kind}`)))));
    await addRun(world, 'arman', caseId, {
      kind, label: kind === 'us' ? 'IVUS LAD' : '', position: 8 + n,
      sidecar: { version: 1, modality: 'XA', frames: FRAMES, rows: 512, columns: 512, frameTimesMs: Array.from({ length: FRAMES }, (_, i) => Math.round(i * FRAME_MS * 1000) / 1000), ...sidecar },
    }, [{ tier: 't0', mediaType: 'image/webp', bytes: still as Uint8Array<ArrayBuffer> }, { tier: 't1', mediaType: 'video/mp4', bytes: cine as Uint8Array<ArrayBuffer> }], new Date());
  }
};

export const openLayoutNode = (database?: Database): Promise<FilmNode> => openFilmNode({ more: addMore, ...(database ? { database } : {}) });
