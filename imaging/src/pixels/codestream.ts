import { findFrameHeader } from './jpeg/markers.ts';
import type { Packing } from './transfer-syntax.ts';

/** Size and depth that a compressed frame claims for itself. */
export type ClaimedSize = { readonly rows: number; readonly columns: number; readonly components: number; readonly precision: number };

/** Reads the claim without decoding, so that a codec never allocates by a size we did not agree to. Null when there is none. */
export function claimedSize(bytes: Uint8Array, packing: Packing): ClaimedSize | null {
  if (packing === 'jpeg2000' || packing === 'htj2k') return jpeg2000Size(bytes);
  const frame = findFrameHeader(bytes);
  if (!frame) return null;
  return { rows: frame.rows, columns: frame.columns, components: frame.components.length, precision: frame.precision };
}

/** SOC followed at once by SIZ (ITU-T T.800 A.5.1). */
function jpeg2000Size(bytes: Uint8Array): ClaimedSize | null {
  if (bytes.length < 43) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0) !== 0xff4fff51) return null;
  const components = view.getUint16(40);
  return {
    columns: view.getUint32(8) - view.getUint32(16),
    rows: view.getUint32(12) - view.getUint32(20),
    components,
    precision: (view.getUint8(42) & 0x7f) + 1,
  };
}
