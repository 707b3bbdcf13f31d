// An opportunity as it is being written: what GET says of it, and what PUT takes.
import type { Draft } from '#web/autosave.ts';
import type { OpportunityFields, SaveOpportunity } from '../../rules/wire.ts';
import type { OpportunityView, Place } from '../../rules/present.ts';
import { blankPlan } from '../../rules/plan.ts';

export type Content = Omit<SaveOpportunity, 'version'>;
export type Change = Draft<Content>['change'];
export type Writing = {
  readonly value: Content; readonly change: Change; readonly set: (patch: Partial<OpportunityFields>) => void;
  /** The place by its names: the draft holds its id. */
  readonly place: Place | null; readonly setPlace: (place: Place | null) => void;
  /** Counts what was put in from a text: fields that keep what is typed are drawn anew then. */
  readonly put: number; readonly onPut: () => void;
};

export const contentOf = (o: OpportunityView): Content => ({
  lang: o.lang, type: o.type, institutionId: (o.place?.id ?? null) as Content['institutionId'], topics: o.topics.map(({ id }) => id), startsOn: o.startsOn, endsOn: o.endsOn, deadline: o.deadline,
  timeZone: o.timeZone, fields: o.fields, texts: o.texts as Content['texts'], plan: o.mine?.plan ?? blankPlan,
});

/** An empty text is no answer: it is left out, so that nothing looks answered that is not. */
export const setterOf = (change: Change) => (patch: Partial<OpportunityFields>): void =>
  change(({ fields }) => ({ fields: Object.fromEntries(Object.entries({ ...fields, ...patch }).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as OpportunityFields }));
