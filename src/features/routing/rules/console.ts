// What the coordinator's two pages are given.

import type { Both } from '#kernel/locale.ts';
import type { PersonLine } from '#features/people/rules/present.ts';
import type { QueueItem } from './coordinator-view.ts';
import type { LaunchLine } from './launch.ts';

/** A span's figures; null where there is nothing to reckon from. `within48` of `due48` cases had an opinion within 48 hours. */
export type Figures = {
  readonly cases: number; readonly asks: number; readonly declined: number; readonly acceptMinutes: number | null; readonly opinionHours: number | null;
  readonly within48: number; readonly due48: number; readonly outcomes: number;
};
/** `field` null: the whole node. `weekly`: asks in a week, over the last four. */
export type CapacityLine = { readonly field: Both | null; readonly people: number; readonly free: number; readonly weekly: number };
export type ConsoleView = {
  readonly queue: readonly QueueItem[];
  readonly onCall: readonly { readonly person: PersonLine; readonly until: string; readonly timeZone: string }[];
  readonly capacity: readonly CapacityLine[];
  readonly week: Figures; readonly before: Figures;
  readonly stillDays: number | null;
  /** Until the node has had its first twenty cases. */
  readonly launch: readonly LaunchLine[] | null;
};

export type ShiftView = { readonly id: string; readonly person: PersonLine; readonly timeZone: string; readonly duty: 'on-call' | 'coordinator'; readonly from: string; readonly to: string };
export type RotaView = {
  readonly from: string; readonly days: number;
  readonly shifts: readonly ShiftView[];
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  /** What would fill the gaps, by who is awake. */
  readonly proposed: number;
};
