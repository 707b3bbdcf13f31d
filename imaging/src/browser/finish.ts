import { frameAt } from '../clean/frame/of-sidecar.ts';
import { rebuild, type Replacement } from '../clean/rebuild.ts';
import type { Sidecar } from '../clean/sidecar.ts';
import type { Mask } from '../pixels/box.ts';
import type { Codecs } from '../pixels/codecs.ts';
import type { Frame } from '../pixels/format.ts';
import { encodeHtj2k } from '../pixels/htj2k/encode.ts';
import { packable, repacked } from '../pixels/htj2k/repack.ts';
import { encodeLossless } from '../pixels/jpeg/encode.ts';
import { applyMasks, blackValue, boxesOn } from '../pixels/masks.ts';
import { HTJ2K_RPCL, JPEG_LOSSLESS_SV1 } from '../pixels/transfer-syntax.ts';
import { type Result, ok, refuse } from '../result.ts';
import { encodeCine } from './cine.ts';
import type { HeldRun, Tick } from './open-run.ts';
import type { Picture8 } from './pictures.ts';
import type { CleanResult } from './protocol.ts';
import { stillPicture } from './still-picture.ts';

/**
 * All that a run gives after a person confirmed its masks. Without masks T2 keeps the source's frames bit for bit, or every sample of
 * uncompressed ones in fewer bytes.
 */
export async function finishRun(run: HeldRun, masks: readonly Mask[], codecs: Codecs, tick: Tick): Promise<Result<CleanResult>> {
  const replacement = masks.length === 0 ? ok(await repacked(run.clean, run.sidecar, codecs, (done, total) => tick('seal', done, total))) : await maskedFrames(run, masks, codecs, tick);
  if (!replacement.ok) return replacement;
  tick('seal', 0, 1);
  const rebuilt = rebuild(new Uint8Array(await run.source.arrayBuffer()), {
    ...run.options,
    reviewed: true,
    masks,
    ...(replacement.value ? { replaceFrames: replacement.value } : {}),
  });
  if (!rebuilt.ok) return rebuilt;
  const { bytes, sidecar, certificate } = rebuilt.value;
  const pictures = run.shown.map((data, index) => maskedPicture(run, data, boxesOn(masks, index)));
  tick('still', 0, 1);
  const t0 = await stillPicture(pictures[run.still] as Picture8, run.still);
  const t1 = await encodeCine({ frames: pictures, timesMs: sidecar.frameTimesMs }, (done, total) => tick('cine', done, total));
  return ok({ t0, t1, t2: new Blob([bytes], { type: 'application/dicom' }), sidecar, certificate });
}

function maskedPicture(run: HeldRun, data: Uint8Array<ArrayBuffer>, boxes: readonly Mask['box'][]): Picture8 {
  const { rows, columns } = run.sidecar;
  const frame: Frame = { data, rows, columns, channels: run.channels };
  const masked = boxes.length === 0 ? data : (applyMasks(frame, boxes).data as Uint8Array);
  return { data: masked, width: columns, height: rows, channels: run.channels };
}

/** Every frame decoded, masked and written without loss; colour and palettes become RGB. */
async function maskedFrames(run: HeldRun, masks: readonly Mask[], codecs: Codecs, tick: Tick): Promise<Result<Replacement>> {
  const { sidecar, format, clean, channels } = run;
  const writer = await losslessWriter(run, codecs);
  const black = channels === 3 ? 0 : blackValue(sidecar.photometric, sidecar.bitsStored, format.pixelRepresentation);
  const frames: Uint8Array[] = [];
  for (let index = 0; index < sidecar.frames; index++) {
    tick('mask', index, sidecar.frames);
    const frame = await frameAt(clean, sidecar, format, index, codecs);
    if (!frame.ok) return frame;
    const written = writer.write(applyMasks(frame.value, boxesOn(masks, index), black));
    if (!written) return refuse('frame-broken', { frame: index });
    frames.push(written);
  }
  return ok({ transferSyntax: writer.transferSyntax, frames, shape: writer.shape });
}

type Writer = { readonly transferSyntax: string; readonly shape: NonNullable<Replacement['shape']>; readonly write: (frame: Frame) => Uint8Array | null };

/** HTJ2K for what came uncompressed or in RLE, as it would be written without masks; lossless JPEG for all else. */
async function losslessWriter({ sidecar, channels }: HeldRun, codecs: Codecs): Promise<Writer> {
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

function shapeOf(sidecar: Sidecar, channels: 1 | 3): NonNullable<Replacement['shape']> {
  if (channels === 1) return { highBit: sidecar.bitsStored - 1 };
  return { samplesPerPixel: 3, photometric: 'RGB', planarConfiguration: 0, bitsAllocated: 8, bitsStored: 8, highBit: 7, signed: false };
}
