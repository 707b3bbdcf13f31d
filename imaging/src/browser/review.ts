import { readDicom } from '../dicom/read.ts';
import type { Box } from '../pixels/box.ts';
import { outsideRegions, proposeMasks } from '../pixels/burned-in/propose.ts';
import { medianOf, evenly, type Plane } from '../pixels/plane.ts';
import { stillIndex, vesselEnergy } from '../pixels/still.ts';
import { frameStrip } from '../pixels/strip.ts';
import { attributeChanges } from './changes.ts';
import type { OpenRun, Tick } from './open-run.ts';
import { reviewBlob, stretched } from './pictures.ts';
import type { Review, StripPicture } from './protocol.ts';

/** Below this many frames the median is no better than a frame. */
const STATIC_LEAST = 5;

/** Proposals and the strip of pictures for a person, most suspicious after first, middle and last. */
export async function reviewRun(run: OpenRun, tick: Tick): Promise<Review> {
  const { sidecar, luma } = run;
  const { rows, columns, frames } = sidecar;
  tick('search', 0, 1);
  const found = proposeMasks(luma, (done, total) => tick('search', done, total));
  const proposals = [...outsideRegions(sidecar.regions.map(boxOfRegion), columns, rows), ...found.proposals];
  return {
    source: 'dicom',
    width: columns,
    height: rows,
    frames,
    strip: await stripOf(run, found.suspicious),
    proposals,
    changes: changesOf(run),
    sidecar,
  };
}

/** Region Location Max is the last pixel that belongs to it (PS3.3 C.8.5.5.1.2). */
function boxOfRegion(region: { minX: number; minY: number; maxX: number; maxY: number }): Box {
  return { left: region.minX, top: region.minY, width: region.maxX - region.minX + 1, height: region.maxY - region.minY + 1 };
}

async function stripOf(run: OpenRun, suspicious: readonly number[]): Promise<StripPicture[]> {
  const { sidecar, luma, shown, channels } = run;
  const count = sidecar.frames;
  const still = stillIndex(luma.map(vesselEnergy));
  const strip: StripPicture[] = [];
  for (const frame of frameStrip(count, [still, ...suspicious])) {
    const data = shown[frame] as Uint8Array;
    const image = await reviewBlob({ data, width: sidecar.columns, height: sidecar.rows, channels });
    strip.push({ kind: kindOf(frame, count, still), frame, image });
  }
  if (count < STATIC_LEAST) return strip;
  const sample = evenly(count, 15).map((index) => luma[index] as Plane);
  return [...strip, { kind: 'static', frame: null, image: await reviewBlob(stretched(medianOf(sample))) }];
}

function kindOf(frame: number, count: number, still: number): StripPicture['kind'] {
  if (frame === 0) return 'first';
  if (frame === count - 1) return 'last';
  if (frame === count >> 1) return 'middle';
  return frame === still ? 'still' : 'suspicious';
}

function changesOf(run: OpenRun): Review['changes'] {
  const before = readDicom(run.source);
  const after = readDicom(run.clean);
  return before.ok && after.ok ? attributeChanges(before.value.set, after.value.set) : [];
}
