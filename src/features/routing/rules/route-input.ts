// What the routing function is told: the case, and what is known of each person. Plain values; the node and the command line fill them.

import type { Policy, Pressure } from './policy.ts';

export type WeightedConcept = { readonly id: string; readonly weight: number };

/** A thing that shows what someone knows. `at` in ms; null: undated, which always counts. */
export type Piece = {
  readonly id: string;
  readonly kind: 'opinion' | 'case' | 'publication' | 'procedures' | 'naming';
  readonly at: number | null;
  readonly text: string;
  readonly concepts: readonly WeightedConcept[];
};
export type Focus = { readonly concept: string; readonly level: 'learning' | 'independent' | 'reference'; readonly casesPerYear: number | null };
/** "HH:MM" of the local day; over midnight when from is later than to. */
export type QuietHours = { readonly from: string; readonly to: string; readonly timeZone: string };

export type PersonFeatures = {
  readonly id: string;
  readonly verified: boolean;
  readonly site: string | null;
  readonly city: string | null;
  /** Other sites and cities from which they could recognise a case. */
  readonly knowsPlaces: readonly string[];
  readonly languages: readonly string[];
  readonly focus: readonly Focus[];
  readonly evidence: readonly Piece[];
  readonly onLeave: boolean;
  readonly conflict: boolean;
  readonly alreadyAsked: boolean;
  readonly openAsks: number;
  readonly capOpen: number | null;
  readonly askedThisWeek: number;
  readonly capWeek: number | null;
  readonly quiet: QuietHours | null;
  /** Lets an ask of urgency "now" through the quiet hours. */
  readonly allowsNow: boolean;
  /** Asks so far, and those answered in time; null: read from the dated evidence. */
  readonly answers: { readonly asked: number; readonly inTime: number } | null;
  readonly lastActive: number | null;
  /** Opinions whose story was told to its end, and those among them that fitted what was done. */
  readonly loops: { readonly closed: number; readonly fitted: number } | null;
  /** A confirmed tie to the asker, 0 … 1; never given for a hidden asker. */
  readonly tie: number;
  /** What makes two people less independent of each other: groups, teams, a shared training. */
  readonly circles: readonly string[];
};

export type Asked = {
  readonly concepts: readonly WeightedConcept[];
  readonly text: string;
  readonly urgency: Pressure;
  /** Empty: any. */
  readonly languages: readonly string[];
  readonly site: string | null;
  readonly city: string | null;
  /** The patient's, where they are not the asker's. */
  readonly patientSite: string | null;
  readonly patientCity: string | null;
  readonly allowOwnSite: boolean;
  readonly allowOwnCity: boolean;
  readonly hidden: boolean;
  /** The ask may lie until its reader wakes, so quiet hours leave nobody out: a suggestion to be named, not a wave that goes now. */
  readonly waits: boolean;
  /** "Not these people". */
  readonly excluded: readonly string[];
};

export type RouteInput = {
  readonly asked: Asked;
  readonly people: readonly PersonFeatures[];
  readonly policy: Policy;
  /** Milliseconds. */
  readonly now: number;
  /** The id of the case: never anything of the asker. */
  readonly seed: string;
  /** Opinions wanted. */
  readonly wanted: number;
  /** Seats of this case that were given before: the exploring seats go on counting from there. */
  readonly seated?: number;
};

const person: Omit<PersonFeatures, 'id'> = {
  verified: true, site: null, city: null, knowsPlaces: [], languages: [], focus: [], evidence: [], onLeave: false, conflict: false, alreadyAsked: false, openAsks: 0, capOpen: null,
  askedThisWeek: 0, capWeek: null, quiet: null, allowsNow: false, answers: null, lastActive: null, loops: null, tie: 0, circles: [],
};
/** A person of whom only the given is known. */
export const aPerson = (known: Pick<PersonFeatures, 'id'> & Partial<PersonFeatures>): PersonFeatures => ({ ...person, ...known });

const question: Asked = {
  concepts: [], text: '', urgency: 'weeks', languages: [], site: null, city: null, patientSite: null, patientCity: null, allowOwnSite: false, allowOwnCity: false, hidden: false, waits: false, excluded: [],
};
export const aQuestion = (known: Partial<Asked>): Asked => ({ ...question, ...known });
