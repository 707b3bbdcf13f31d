import { frameAt, headerWindow } from '../clean/frame/of-sidecar.ts';
import type { Certificate } from '../clean/certificate.ts';
import { type Rebuilt, rebuild } from '../clean/rebuild.ts';
import type { Sidecar } from '../clean/sidecar.ts';
import { readDicom } from '../dicom/read.ts';
import type { Codecs } from '../pixels/codecs.ts';
import { FRAME_LIMITS, type Frame, type FrameFormat } from '../pixels/format.ts';
import { formatOf, paletteOf } from '../pixels/format-of.ts';
import { lumaMaker } from '../pixels/luma.ts';
import { type Plane, evenly } from '../pixels/plane.ts';
import { stillIndex, vesselEnergy } from '../pixels/still.ts';
import { type Window, chooseWindow, windower } from '../pixels/window.ts';
import { type Result, ok, tooLarge } from '../result.ts';
import type { CleanOptions, Stage } from './protocol.ts';

/** A source file that was rebuilt and decoded, waiting for a person's word. */
export type OpenRun = {
  readonly source: Uint8Array<ArrayBuffer>;
  readonly options: CleanOptions;
  /** The clean file as it is when nothing is masked. */
  readonly clean: Uint8Array<ArrayBuffer>;
  readonly sidecar: Sidecar;
  readonly certificate: Certificate;
  readonly format: FrameFormat;
  readonly window: Window;
  readonly channels: 1 | 3;
  /** Frames of 8 bits as a viewer shows them at first: windowed grey, or interleaved RGB. */
  readonly shown: readonly Uint8Array<ArrayBuffer>[];
  /** Grey pictures for searching; the whole range of values, before any window could hide something. */
  readonly luma: readonly Plane[];
};

/** What is kept of an open run until a person has decided: its source lies in its file, and searching is over. */
export type HeldRun = Omit<OpenRun, 'source' | 'luma'> & {
  readonly source: Blob;
  /** The frame of the still. */
  readonly still: number;
};

export const held = ({ luma, source: _, ...run }: OpenRun, source: Blob): HeldRun => ({ ...run, source, still: stillIndex(luma.map(vesselEnergy)) });

export type Tick = (stage: Stage, done: number, total: number) => void;

/** Shown and searched pictures of one run may take this much; more is refused before it is allocated. */
const HELD_BYTES = 1024 * 1024 * 1024;
/** Frames from which a missing window is estimated. */
const WINDOW_SAMPLES = 15;

/** Rebuilds a DICOM file without a review and decodes every frame of the result. */
export async function openRun(source: Uint8Array<ArrayBuffer>, options: CleanOptions, codecs: Codecs, tick: Tick): Promise<Result<OpenRun>> {
  tick('read', 0, 1);
  const rebuilt = rebuild(source, options);
  if (!rebuilt.ok) return rebuilt;
  const read = readDicom(rebuilt.value.bytes);
  if (!read.ok) return read;
  const { sidecar } = rebuilt.value;
  const format = formatOf(sidecar, paletteOf(read.value.set));
  const held = format.rows * format.columns * sidecar.frames * (format.samples === 3 || format.palette ? 4 : 2);
  if (sidecar.frames > FRAME_LIMITS.frames || held > HELD_BYTES) return tooLarge('dicom-too-large', { limit: HELD_BYTES });
  return decodeRun({ source, options, rebuilt: rebuilt.value, format, codecs, tick });
}

type Decoding = {
  readonly source: Uint8Array<ArrayBuffer>;
  readonly options: CleanOptions;
  readonly rebuilt: Rebuilt;
  readonly format: FrameFormat;
  readonly codecs: Codecs;
  readonly tick: Tick;
};

async function decodeRun({ source, options, rebuilt, format, codecs, tick }: Decoding): Promise<Result<OpenRun>> {
  const { sidecar, bytes: clean, certificate } = rebuilt;
  const sample: Frame[] = [];
  for (const index of evenly(sidecar.frames, WINDOW_SAMPLES)) {
    const frame = await frameAt(clean, sidecar, format, index, codecs);
    if (!frame.ok) return frame;
    sample.push(frame.value);
  }
  const window = chooseWindow(headerWindow(sidecar), sample, sidecar.invert);
  const show = windower(window);
  const search = lumaMaker(sample);
  const shown: Uint8Array<ArrayBuffer>[] = [];
  const luma: Plane[] = [];
  for (let index = 0; index < sidecar.frames; index++) {
    tick('decode', index, sidecar.frames);
    const frame = await frameAt(clean, sidecar, format, index, codecs);
    if (!frame.ok) return frame;
    shown.push(show(frame.value));
    luma.push(search(frame.value));
  }
  tick('decode', sidecar.frames, sidecar.frames);
  const channels = sample[0]?.channels ?? 1;
  return ok({ source, options, clean, sidecar, certificate, format, window, channels, shown, luma });
}
