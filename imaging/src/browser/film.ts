import { ALL_FORMATS, BlobSource, CanvasSink, Input, type InputVideoTrack } from 'mediabunny';
import { type Element, el } from '../dicom/element.ts';
import { TAG } from '../dicom/tags.ts';
import { JPEG_BASELINE } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { stripPhoto } from '../photo/photo.ts';
import { type Result, ok, refuse, tooLarge } from '../result.ts';

/** A phone's film of a monitor: half a minute at the rate of the run it shows. More is refused, so that nothing is left out silently. */
const MOST_SECONDS = 30;
const FRAMES_A_SECOND = 15;
const LONGEST_SIDE = 720;
const QUALITY = 0.85;

type Taken = { readonly frames: Uint8Array[]; readonly timesMs: number[]; readonly width: number; readonly height: number };

/**
 * A film of a screen as a run of pictures: every frame is decoded, turned upright and encoded anew, at most 15 a second and 720 pixels long. Sound, place,
 * time, the phone’s name and whatever else the file holds stay on this computer. The result is a secondary capture, which is cleaned, looked at and masked as any run.
 */
export async function filmRun(file: Blob, tick: (done: number, total: number) => void): Promise<Result<Blob>> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) return refuse('film-unreadable');
    const seconds = await track.computeDuration();
    if (seconds > MOST_SECONDS) return tooLarge('film-too-long', { seconds: Math.ceil(seconds), limit: MOST_SECONDS });
    const taken = await framesOf(track, (at) => tick(Math.min(at, seconds), seconds));
    return taken.frames.length < 2 ? refuse('film-unreadable') : ok(new Blob([captureOf(taken)]));
  } catch {
    // A decoder that gave up, or a file that ends in the middle.
    return refuse('film-unreadable');
  } finally {
    input.dispose();
  }
}

const framesOf = async (track: InputVideoTrack, tick: (seconds: number) => void): Promise<Taken> => {
  const [full, high] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(full, high));
  // Even sides: colour is kept for two pixels together.
  const [width, height] = [full, high].map((side) => Math.max(2, Math.round((side * scale) / 2) * 2)) as [number, number];
  const taken: Taken = { frames: [], timesMs: [], width, height };
  let next = Number.NEGATIVE_INFINITY;
  for await (const { canvas, timestamp } of new CanvasSink(track, { width, height, fit: 'fill', poolSize: 2 }).canvases()) {
    if (timestamp < next) continue;
    // A little before its time still counts: clocks of phones are uneven.
    next = timestamp + 0.9 / FRAMES_A_SECOND;
    taken.timesMs.push(Math.round(timestamp * 10_000) / 10);
    taken.frames.push(await jpegOf(canvas as OffscreenCanvas));
    tick(timestamp);
  }
  return taken;
};

const jpegOf = async (canvas: OffscreenCanvas): Promise<Uint8Array> => {
  const bare = stripPhoto(new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })).arrayBuffer()));
  if (!bare.ok) throw new Error(`the browser made a picture that is none: ${bare.code}`);
  return bare.value.bytes;
};

const captureOf = ({ frames, timesMs, width, height }: Taken): Uint8Array<ArrayBuffer> => {
  const steps = timesMs.map((at, i) => (i === 0 ? 0 : Math.max(0.1, at - (timesMs[i - 1] as number))).toFixed(1));
  const elements: Element[] = [
    el(TAG.sopClass, 'UI', '1.2.840.10008.5.1.4.1.1.7.4'), el(TAG.modality, 'CS', 'XC'), el(TAG.frames, 'IS', String(frames.length)), el(TAG.rows, 'US', height), el(TAG.columns, 'US', width),
    el(TAG.frameTimeVector, 'DS', steps), el(TAG.frameIncrementPointer, 'AT', TAG.frameTimeVector), el(TAG.samples, 'US', 3), el(TAG.photometric, 'CS', 'YBR_FULL_422'), el(TAG.planar, 'US', 0),
    el(TAG.bitsAllocated, 'US', 8), el(TAG.bitsStored, 'US', 8), el(TAG.highBit, 'US', 7), el(TAG.signed, 'US', 0), el(TAG.lossy, 'CS', '01'), el(TAG.lossyMethod, 'CS', 'ISO_10918_1'),
  ];
  return writePart10({ transferSyntax: JPEG_BASELINE, elements, pixel: { kind: 'encapsulated', frames } });
};
