import type { Codecs } from '../../pixels/codecs.ts';
import { decodeFrame } from '../../pixels/decode.ts';
import type { Frame, FrameFormat } from '../../pixels/format.ts';
import type { HeaderWindow } from '../../pixels/window.ts';
import type { Result } from '../../result.ts';
import type { Sidecar } from '../sidecar.ts';

/** One frame of a clean file by its sidecar. */
export function frameAt(clean: Uint8Array, sidecar: Sidecar, format: FrameFormat, index: number, codecs: Codecs): Promise<Result<Frame>> {
  const { offset, length } = sidecar.offsets[index] ?? { offset: 0, length: 0 };
  return decodeFrame({ ...format, bytes: clean.subarray(offset, offset + length) }, codecs);
}

/** What the header says of the window, as `chooseWindow` takes it. */
export function headerWindow({ window, rescale }: Sidecar): HeaderWindow {
  return { center: window?.center, width: window?.width, shape: window?.shape, slope: rescale?.slope, intercept: rescale?.intercept };
}
