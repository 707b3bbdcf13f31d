// How a story of the demo is written down: who does what, in hours from now (negative: past). teller.ts lets it happen.

import type { CaseFields, TextsByLang } from '#features/cases/rules/wire.ts';
import type { OpinionBody, OpinionTexts } from '#features/opinions/rules/wire.ts';
import type { TellOutcome } from '#features/outcomes/rules/wire.ts';
import type { PersonKey } from '../cast.ts';

export type Both = { en: string; fa: string };
export const days = (n: number): number => n * 24;

export type OpinionTold = { at: number; lang?: 'en' | 'fa'; body: OpinionBody; en: OpinionTexts; fa: OpinionTexts; /** An arrow of the adviser, that the opinion points to. */ arrow?: ArrowTold };
export type ArrowTold = { run: number; frame: number; points: [number, number, number, number]; note: string };
export type AskTold = {
  who: PersonKey;
  seat?: 'operator' | 'surgeon' | 'imager' | 'intensivist' | 'clinician';
  asked: number; seen?: number; accepted?: number;
  declined?: { at: number; note: string };
  handedOn?: { at: number; to: PersonKey; note: string };
  draft?: Omit<OpinionTold, 'arrow'>;
  opinions?: readonly OpinionTold[];
};
export type DecisionTold = { at: number; choice: 'cabg' | 'pci' | 'tavi' | 'surgery' | 'device' | 'drugs' | 'wait' | 'transfer' | 'more-tests' | 'other'; en: { text: string; thanks?: string }; fa: { text: string; thanks?: string }; followed: readonly PersonKey[] };
export type OutcomeTold = { at: number; moment: 'hospital' | 'd30' | 'y1'; result: TellOutcome['result']; details?: TellOutcome['details']; en: { text: string; thanks?: string }; fa: { text: string; thanks?: string } };
export type RemarkTold = { at: number; by: PersonKey; lang: 'en' | 'fa'; text: string };

export type Told = {
  key: string;
  asker: PersonKey;
  lang: 'en' | 'fa';
  kind?: 'consult' | 'complication';
  urgency?: 'elective' | 'urgent' | 'emergency';
  audience?: 'people' | 'node';
  hidden?: boolean;
  started: number;
  /** Absent: still a draft. */
  posted?: number;
  decideBy: number;
  fields: CaseFields;
  texts: TextsByLang;
  plan?: Both;
  /** A key of films/manifest.json. */
  film?: string;
  arrows?: readonly ArrowTold[];
  asks?: readonly AskTold[];
  /** The asker lets the node ask, and when a coordinator lets each wave go. */
  forMe?: { begun: number; looked: readonly number[] };
  remarks?: readonly RemarkTold[];
  decision?: DecisionTold;
  outcomes?: readonly OutcomeTold[];
  withdrawn?: { at: number; reason: string };
};
