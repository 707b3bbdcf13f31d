import type { Box, Proposal } from '../box.ts';

/** Of the header (0018,6011); Max is the last pixel that belongs to it (PS3.3 C.8.5.5.1.2). */
type Region = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
type Said = { readonly modality: string; readonly regions: readonly Region[]; readonly columns: number; readonly rows: number };

/** What the header says of where writing is, and what was found beside it. */
export function allProposals({ modality, regions, columns, rows }: Said, found: readonly Proposal[]): Proposal[] {
  const boxes = regions.map((one): Box => ({ left: one.minX, top: one.minY, width: one.maxX - one.minX + 1, height: one.maxY - one.minY + 1 }));
  const known = modality === 'US' && boxes.length === 0 ? [headBand(columns, rows)] : outsideRegions(boxes, columns, rows);
  return [...known, ...found.filter((proposal) => insideRegions(proposal, boxes))];
}

/** Everything outside the ultrasound regions of the header (0018,6011): up to four boxes around their common rectangle. */
function outsideRegions(regions: readonly Box[], width: number, height: number): Proposal[] {
  if (regions.length === 0) return [];
  const left = Math.max(0, Math.min(...regions.map((box) => box.left)));
  const top = Math.max(0, Math.min(...regions.map((box) => box.top)));
  const right = Math.min(width, Math.max(...regions.map((box) => box.left + box.width)));
  const bottom = Math.min(height, Math.max(...regions.map((box) => box.top + box.height)));
  const boxes: Box[] = [
    { left: 0, top: 0, width, height: top },
    { left: 0, top: bottom, width, height: height - bottom },
    { left: 0, top, width: left, height: bottom - top },
    { left: right, top, width: width - right, height: bottom - top },
  ];
  return boxes
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box, n) => ({ id: `region-${n}`, box, frames: 'all', reason: 'outside-ultrasound-region', score: null }));
}

/** Share of the rows at the top where ultrasound machines write who, where and when: 3–13 % in the public lists of device rules. */
const HEAD_BAND = 0.13;

/** An ultrasound picture whose header names no regions: the band at the top is proposed as well as what is found. */
function headBand(width: number, height: number): Proposal {
  return { id: 'head-band', box: { left: 0, top: 0, width, height: Math.ceil(HEAD_BAND * height) }, frames: 'all', reason: 'device-band', score: null };
}

/** A proposal that lies outside the regions, but for a tenth, is under their boxes already. */
function insideRegions(proposal: Proposal, regions: readonly Box[]): boolean {
  if (regions.length === 0) return true;
  const { box } = proposal;
  const left = Math.min(...regions.map((one) => one.left));
  const top = Math.min(...regions.map((one) => one.top));
  const right = Math.max(...regions.map((one) => one.left + one.width));
  const bottom = Math.max(...regions.map((one) => one.top + one.height));
  const width = Math.min(right, box.left + box.width) - Math.max(left, box.left);
  const height = Math.min(bottom, box.top + box.height) - Math.max(top, box.top);
  return Math.max(0, width) * Math.max(0, height) > 0.1 * box.width * box.height;
}
