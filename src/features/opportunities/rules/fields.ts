// Which type asks for which fields (domain: roles and credentials, "required fields"), and what a draft still lacks.

import type { ChoiceKey, LineKey, NumberKey, OpportunityType } from './limits.ts';
import type { SaveOpportunity } from './wire.ts';

/** Fields of `fields`, and those that stand beside it. `pay` is amount, currency and span together. */
export type FieldKey = Exclude<LineKey, never> | Exclude<NumberKey, 'amount' | 'amountTo'> | Exclude<ChoiceKey, 'per' | 'passports'> | 'pay' | 'passports' | 'languages' | 'startsOn' | 'endsOn' | 'deadline' | 'topics' | 'place';
type Asked = { readonly must: readonly FieldKey[]; readonly may: readonly FieldKey[] };

const people: readonly FieldKey[] = ['languages', 'contact'];
export const fieldsOf: Readonly<Record<OpportunityType, Asked>> = {
  fellowship: {
    must: ['place', 'startsOn', 'lengthMonths', 'paid', 'handsOn', 'volume', 'passports', 'licence', 'visa', 'housing', 'deadline'],
    may: ['topics', 'pay', 'handsOnShare', 'handsOnNote', 'volumeOf', 'licenceExam', ...people],
  },
  grant: { must: ['funder', 'pay', 'eligible', 'documents', 'hostCondition', 'deadline'], may: ['place', 'topics', 'passports', 'ageMost', 'lengthMonths', 'startsOn', ...people] },
  post: { must: ['place', 'contract', 'rota', 'call', 'volume', 'team', 'pay', 'credential'], may: ['topics', 'startsOn', 'deadline', 'volumeOf', 'passports', 'licence', 'licenceExam', 'visa', 'housing', ...people] },
  locum: { must: ['place', 'startsOn', 'endsOn', 'call', 'licence', 'indemnity', 'housing'], may: ['topics', 'pay', 'volume', 'passports', 'deadline', ...people] },
  proctorship: { must: ['topics', 'deviceClass', 'side', 'payer', 'cases'], may: ['place', 'startsOn', 'endsOn', 'deadline', 'licence', ...people] },
  research: { must: ['question', 'dataOwner', 'ethics', 'roles', 'authorship'], may: ['place', 'topics', 'startsOn', 'deadline', 'funder', ...people] },
  speaking: { must: ['event', 'startsOn', 'format', 'session', 'travel', 'sponsor'], may: ['place', 'topics', 'endsOn', 'deadline', 'visa', ...people] },
  reviewing: { must: ['journal', 'topics', 'turnaroundDays'], may: ['deadline', 'contact', 'languages'] },
};

export type Lack = FieldKey | 'type' | 'title' | 'named';

type Draft = Pick<SaveOpportunity, 'type' | 'lang' | 'institutionId' | 'topics' | 'startsOn' | 'endsOn' | 'deadline' | 'fields' | 'texts' | 'plan'>;

const answered = (key: FieldKey, { institutionId, topics, startsOn, endsOn, deadline, fields }: Draft): boolean => {
  switch (key) {
    case 'place': return institutionId !== null;
    case 'topics': return topics.length > 0;
    case 'startsOn': return startsOn !== null;
    case 'endsOn': return endsOn !== null;
    case 'deadline': return deadline !== null;
    case 'pay': return fields.amount !== undefined;
    case 'passports': return fields.passports === 'all' || (fields.passports !== undefined && (fields.passportCountries?.length ?? 0) > 0);
    case 'languages': return (fields.languages?.length ?? 0) > 0;
    default: {
      const value = fields[key];
      return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
    }
  }
};

/** What must still be said before it can be told, in the order of the form. */
export const lacks = (draft: Draft): Lack[] => {
  const must = draft.type === null ? [] : fieldsOf[draft.type].must;
  return [
    ...(draft.type === null ? ['type' as const] : []),
    ...((draft.texts[draft.lang]?.title ?? '').trim() === '' ? ['title' as const] : []),
    ...must.filter((key) => !answered(key, draft)),
    ...(draft.plan.named.length === 0 ? ['named' as const] : []),
  ];
};
/** Which of the fields a type asks for were answered: what a page shows. */
export const answeredFields = (draft: Omit<Draft, 'plan'>): FieldKey[] =>
  draft.type === null ? [] : [...fieldsOf[draft.type].must, ...fieldsOf[draft.type].may].filter((key) => answered(key, draft as Draft));
