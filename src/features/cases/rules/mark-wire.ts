// Marks and measures on a frame, as they are sent. Vectors only: places are fractions of width and height, x then y. A number that was measured
// is not sent where it follows from the vector; what was found in the pixels (a vessel's widths) is, in pixels of the run.

import { segments } from 'scores/syntax/segments';
import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';

const id = z.uuid();
const place = z.number().min(0).max(1);
const number = (min: number, max: number) => z.number().min(min).max(max);
/** Exactly so many places. */
const places = (count: number) => z.array(place).length(2 * count);
/** A line of places. */
const line = (most: number) => z.array(place).min(4).max(2 * most).refine((points) => points.length % 2 === 0);
const px = number(0, 16_384);

/** The shapes of src/features/story/rules/measure/calibration.ts. */
export const calibration = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  z.strictObject({ by: z.literal('catheter'), french: number(3, 24), px: number(5, 4096) }),
  z.strictObject({ by: z.literal('isocentre'), mmPerPx: number(0.001, 5), offPct: number(0, 50) }),
  z.strictObject({ by: z.literal('header'), mmPerPx: number(0.001, 5), type: z.enum(['GEOMETRY', 'FIDUCIAL']) }),
]);
const measured = z.strictObject({ calibration });

/** `widths` beside each place of the vessel's middle line; `at`, `from`, `to` count those places. */
const vessel = z.strictObject({
  calibration, widths: z.array(px).min(2).max(LIMITS.vesselPoints), leastPx: px, referencePx: px.gt(0), lengthPx: px,
  at: number(0, LIMITS.vesselPoints), from: number(0, LIMITS.vesselPoints), to: number(0, LIMITS.vesselPoints),
  /** The narrowest is at the limit of what the picture resolves. */ limit: z.boolean(),
});

const base = { id, runId: id, frame: z.number().int().min(0).max(5000), note: z.string().max(120).transform(stripMarks).default('') };
const none = z.strictObject({}).default({});
export const segmentIds: readonly string[] = segments.map((one) => one.id);

export const addMark = z.discriminatedUnion('shape', [
  z.strictObject({ ...base, shape: z.literal('arrow'), points: places(2), details: none }),
  z.strictObject({ ...base, shape: z.literal('text'), points: places(1), details: none }),
  z.strictObject({ ...base, shape: z.literal('freehand'), points: line(LIMITS.freehandPoints), details: none }),
  z.strictObject({ ...base, shape: z.literal('segment'), points: places(1), details: z.strictObject({ segment: z.enum(segmentIds) }) }),
  z.strictObject({ ...base, shape: z.literal('catheter'), points: places(2), details: z.strictObject({ french: number(3, 24) }) }),
  z.strictObject({ ...base, shape: z.literal('length'), points: places(2), details: measured }),
  z.strictObject({ ...base, shape: z.literal('angle'), points: places(3), details: measured }),
  z.strictObject({ ...base, shape: z.literal('stenosis'), points: places(4), details: measured }),
  z.strictObject({ ...base, shape: z.literal('vessel'), points: line(LIMITS.vesselPoints), details: vessel }),
]).refine((mark) => mark.shape !== 'vessel' || (mark.details.widths.length * 2 === mark.points.length && Math.max(mark.details.at, mark.details.from, mark.details.to) < mark.details.widths.length));
export type AddMark = z.infer<typeof addMark>;
