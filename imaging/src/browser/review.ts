import { readDicom } from '../dicom/read.ts';
import { allProposals } from '../pixels/burned-in/all-proposals.ts';
import { type Found, type SearchStep, searchRun } from '../pixels/burned-in/propose.ts';
import { medianOf, evenly, type Plane } from '../pixels/plane.ts';
import { stillIndex, vesselEnergy } from '../pixels/still.ts';
import { type StripPlace, stripPlaces } from '../pixels/strip.ts';
import { attributeChanges } from './changes.ts';
import { cornersOf } from './corners.ts';
import type { OpenRun, Tick } from './open-run.ts';
import { type Picture8, reviewBlob, stretched } from './pictures.ts';
import type { Review, StripPicture } from './protocol.ts';

/** The search gives way to other messages this often, in ms: a frame for the player, or that the run is no longer wanted. */
const TURN = 40;

/** Proposals and the strip of pictures for a person, most suspicious after first, middle and last. Null when `stopped` says so. */
export async function reviewRun(run: OpenRun, tick: Tick, stopped: () => boolean = () => false): Promise<Review | null> {
  const { sidecar, luma } = run;
  const { rows, columns, frames } = sidecar;
  tick('search', 0, 1);
  const found = await inTurns(searchRun(luma), (done, total) => tick('search', done, total), stopped);
  if (found === null) return null;
  const proposals = allProposals(sidecar, found.proposals);
  return { source: 'dicom', width: columns, height: rows, frames, strip: await stripOf(run, found), proposals, changes: changesOf(run), sidecar };
}

/** Drives a search in pieces; null when it was stopped. */
export async function inTurns(search: Generator<SearchStep, Found>, tick: (done: number, total: number) => void, stopped: () => boolean): Promise<Found | null> {
  for (let turn = performance.now(); ; ) {
    const step = search.next();
    if (step.done) return step.value;
    tick(step.value.done, step.value.total);
    if (performance.now() - turn < TURN) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (stopped()) return null;
    turn = performance.now();
  }
}

async function stripOf(run: OpenRun, { suspicious, extremes }: Found): Promise<StripPicture[]> {
  const places = stripPlaces(run.sidecar.frames, suspicious, stillIndex(run.luma.map(vesselEnergy)), extremes !== null);
  const strip: StripPicture[] = [];
  for (const place of places) strip.push({ ...place, image: await reviewBlob(pictureOf(run, place, extremes)) });
  return strip;
}

function pictureOf({ sidecar, luma, shown, channels }: OpenRun, { kind, frame }: StripPlace, extremes: Found['extremes']): Picture8 {
  if (frame !== null) return { data: shown[frame] as Uint8Array, width: sidecar.columns, height: sidecar.rows, channels };
  if (kind === 'brightest' && extremes) return stretched(extremes.brightest);
  if (kind === 'darkest' && extremes) return stretched(extremes.darkest);
  const ground = medianOf(evenly(sidecar.frames, 15).map((index) => luma[index] as Plane));
  return kind === 'corners' ? cornersOf(ground) : stretched(ground);
}

function changesOf(run: OpenRun): Review['changes'] {
  const before = readDicom(run.source);
  const after = readDicom(run.clean);
  return before.ok && after.ok ? attributeChanges(before.value.set, after.value.set) : [];
}
