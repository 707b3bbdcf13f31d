import type { Mask } from '../../pixels/box.ts';
import type { Codecs } from '../../pixels/codecs.ts';
import type { Frame, FrameFormat } from '../../pixels/format.ts';
import { encodeHtj2k } from '../../pixels/htj2k/encode.ts';
import { packable } from '../../pixels/htj2k/repack.ts';
import { encodeLossless } from '../../pixels/jpeg/encode.ts';
import { applyMasks, blackValue, boxesOn } from '../../pixels/masks.ts';
import { samplesFromBytes } from '../../pixels/stored.ts';
import { HTJ2K_RPCL, JPEG_LOSSLESS_SV1, packingOf } from '../../pixels/transfer-syntax.ts';
import { type Result, ok, refuse } from '../../result.ts';
import type { Replacement } from '../rebuild.ts';
import type { Sidecar } from '../sidecar.ts';
import { frameAt } from './of-sidecar.ts';

/** A clean file whose frames are to be masked, with what its sidecar says of them. */
export type MaskedRun = { readonly clean: Uint8Array; readonly sidecar: Sidecar; readonly format: FrameFormat };

function storedFrame(clean: Uint8Array, sidecar: Sidecar, index: number): Uint8Array {
  const { offset, length } = sidecar.offsets[index] ?? { offset: 0, length: 0 };
  return clean.subarray(offset, offset + length);
}

export type MaskingOptions = {
  /** Uncompressed grey frames stay uncompressed, so that those without a mask stay byte for byte; else they are packed for the way. */
  readonly keepsPlain: boolean;
  readonly tick?: (done: number, total: number) => void;
};

/** The frames of a run with their masks burnt in, without loss. Frames without a mask stay byte for byte where their packing allows it. */
export async function maskedFrames(run: MaskedRun, masks: readonly Mask[], codecs: Codecs, options: MaskingOptions): Promise<Result<Replacement>> {
  return options.keepsPlain && isPlainGrey(run) ? ok(plainFrames(run, masks)) : packedFrames(run, masks, codecs, options);
}

/** Colour and palettes become RGB, or what HTJ2K makes of it. */
async function packedFrames(run: MaskedRun, masks: readonly Mask[], codecs: Codecs, { tick }: MaskingOptions): Promise<Result<Replacement>> {
  const { sidecar, format, clean } = run;
  const channels = channelsOf(format);
  const writer = await losslessWriter(sidecar, channels, codecs);
  const black = channels === 3 ? 0 : blackOf(run);
  const staysAsItLies = channels === 1 && sidecar.transferSyntax === writer.transferSyntax;
  const frames: Uint8Array[] = [];
  for (let index = 0; index < sidecar.frames; index++) {
    tick?.(index, sidecar.frames);
    const boxes = boxesOn(masks, index);
    if (staysAsItLies && boxes.length === 0) {
      frames.push(storedFrame(clean, sidecar, index));
      continue;
    }
    const frame = await frameAt(clean, sidecar, format, index, codecs);
    if (!frame.ok) return frame;
    const written = writer.write(applyMasks(frame.value, boxes, black));
    if (!written) return refuse('frame-broken', { frame: index });
    frames.push(written);
  }
  return ok({ transferSyntax: writer.transferSyntax, frames, shape: writer.shape });
}

const channelsOf = (format: FrameFormat): 1 | 3 => (format.samples === 3 || format.palette ? 3 : 1);

type Writer = { readonly transferSyntax: string; readonly shape: NonNullable<Replacement['shape']>; readonly write: (frame: Frame) => Uint8Array | null };

/** HTJ2K for what came uncompressed or in RLE, as it would be written without masks; lossless JPEG for all else. */
async function losslessWriter(sidecar: Sidecar, channels: 1 | 3, codecs: Codecs): Promise<Writer> {
  const precision = channels === 3 ? 8 : Math.max(2, sidecar.bitsStored);
  const shape = shapeOf(sidecar, channels);
  if (!packable(sidecar)) return { transferSyntax: JPEG_LOSSLESS_SV1, shape, write: (frame) => encodeLossless({ ...frame, components: channels, precision }) };
  const module = await codecs.openjph();
  const colour = channels === 3;
  return {
    transferSyntax: HTJ2K_RPCL,
    shape: colour ? { ...shape, photometric: 'YBR_RCT' } : shape,
    write: (frame) => encodeHtj2k(module, { ...frame, components: channels, precision, signed: !colour && sidecar.signed, transform: colour }),
  };
}

const blackOf = ({ sidecar, format }: MaskedRun): number => blackValue(sidecar.photometric, sidecar.bitsStored, format.pixelRepresentation);

function isPlainGrey({ sidecar, format }: MaskedRun): boolean {
  return packingOf(format.transferSyntax) === 'native' && format.samples === 1 && !format.palette && sidecar.highBit === sidecar.bitsStored - 1;
}

function plainFrames(run: MaskedRun, masks: readonly Mask[]): Replacement {
  const { clean, sidecar, format } = run;
  const { rows, columns, bitsAllocated, transferSyntax } = format;
  const frames = Array.from({ length: sidecar.frames }, (_, index) => {
    const stored = storedFrame(clean, sidecar, index);
    const boxes = boxesOn(masks, index);
    if (boxes.length === 0) return stored;
    const data = samplesFromBytes(stored, rows * columns, bitsAllocated, false);
    return bytesOf(applyMasks({ data, rows, columns, channels: 1 }, boxes, blackOf(run)).data);
  });
  return { transferSyntax, frames };
}

/** Little endian, whatever the machine. */
function bytesOf(data: Frame['data']): Uint8Array {
  if (data instanceof Uint8Array) return data;
  const out = new Uint8Array(2 * data.length);
  for (let at = 0; at < data.length; at++) {
    out[2 * at] = (data[at] as number) & 0xff;
    out[2 * at + 1] = ((data[at] as number) >> 8) & 0xff;
  }
  return out;
}

function shapeOf(sidecar: Sidecar, channels: 1 | 3): NonNullable<Replacement['shape']> {
  if (channels === 1) return { highBit: sidecar.bitsStored - 1 };
  return { samplesPerPixel: 3, photometric: 'RGB', planarConfiguration: 0, bitsAllocated: 8, bitsStored: 8, highBit: 7, signed: false };
}
