import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS, seats } from './limits.ts';

export { LIMITS, seats };
const id = z.uuid();
const note = z.string().max(LIMITS.note).transform(stripMarks).default('');

export const invite = z.strictObject({ asks: z.array(z.strictObject({ id, personId: id, seat: z.enum(seats) })).min(1).max(LIMITS.asksAtOnce) });
export type Invite = z.infer<typeof invite>;
/** `why`: too busy, or not one's field. Neither has to be said. */
export const decline = z.strictObject({ note, why: z.enum(['busy', 'topic']).nullable().default(null) });
export type Decline = z.infer<typeof decline>;
/** Let the node ask the right people. */
export const begin = z.strictObject({ wanted: z.number().int().min(1).max(9).nullable().default(null) });
export type Begin = z.infer<typeof begin>;
/** "Not me, but …": a name for the asker, who invites or does not. */
export const handOn = z.strictObject({ personId: id, note });
export type HandOn = z.infer<typeof handOn>;

/** Whom a wave goes to, in order: the coordinator's list. */
export const sendWave = z.strictObject({ people: z.array(id).min(1).max(LIMITS.asksAtOnce).refine((people) => new Set(people).size === people.length) });
export type SendWave = z.infer<typeof sendWave>;
export const addShift = z.strictObject({ id, personId: id, duty: z.enum(['on-call', 'coordinator']), from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) });
export type AddShift = z.infer<typeof addShift>;
