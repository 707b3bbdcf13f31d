import { maskedFrames } from '../clean/frame/masked.ts';
import { rebuild } from '../clean/rebuild.ts';
import type { Mask } from '../pixels/box.ts';
import type { Codecs } from '../pixels/codecs.ts';
import type { Frame } from '../pixels/format.ts';
import { repacked } from '../pixels/htj2k/repack.ts';
import { applyMasks, boxesOn } from '../pixels/masks.ts';
import { type Result, ok } from '../result.ts';
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
  const replacement = masks.length === 0 ? ok(await repacked(run.clean, run.sidecar, codecs, (done, total) => tick('seal', done, total))) : await maskedFrames(run, masks, codecs, { keepsPlain: false, tick: (done, total) => tick('mask', done, total) });
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
