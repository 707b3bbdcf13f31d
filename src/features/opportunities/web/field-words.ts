// The label of each field, and the words of its choices.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/opportunities.ts';
import type { FieldKey, Lack } from '../rules/fields.ts';
import type { ChoiceKey } from '../rules/limits.ts';

type Sentence = (l: Locale) => string;

const labels: Readonly<Record<FieldKey, Sentence>> = {
  place: say.lackPlace, startsOn: say.startsOn, endsOn: say.endsOn, deadline: say.deadline, topics: say.topics,
  lengthMonths: say.fieldLengthMonths, paid: say.fieldPaid, pay: say.fieldPay, handsOn: say.fieldHandsOn, handsOnShare: say.fieldHandsOnShare, handsOnNote: say.fieldHandsOnNote,
  licence: say.fieldLicence, licenceExam: say.fieldLicenceExam, passports: say.fieldPassports, visa: say.fieldVisa, housing: say.fieldHousing, volume: say.fieldVolume, volumeOf: say.fieldVolumeOf,
  languages: say.fieldLanguages, contact: say.fieldContact, funder: say.fieldFunder, eligible: say.fieldEligible, ageMost: say.fieldAgeMost, documents: say.fieldDocuments,
  hostCondition: say.fieldHostCondition, contract: say.fieldContract, rota: say.fieldRota, call: say.fieldCall, team: say.fieldTeam, credential: say.fieldCredential, indemnity: say.fieldIndemnity,
  deviceClass: say.fieldDeviceClass, side: say.fieldSide, payer: say.fieldPayer, cases: say.fieldCases, question: say.fieldQuestion, dataOwner: say.fieldDataOwner, ethics: say.fieldEthics,
  roles: say.fieldRoles, authorship: say.fieldAuthorship, event: say.fieldEvent, format: say.fieldFormat, session: say.fieldSession, travel: say.fieldTravel, sponsor: say.fieldSponsor,
  journal: say.fieldJournal, turnaroundDays: say.fieldTurnaroundDays,
};
export const fieldText = (l: Locale, key: FieldKey): string => labels[key](l);
export const lackText = (l: Locale, lack: Lack): string => (lack === 'type' ? say.lackType(l) : lack === 'title' ? say.lackTitle(l) : lack === 'named' ? say.lackNamed(l) : fieldText(l, lack));

const words: Readonly<Record<ChoiceKey, Readonly<Record<string, Sentence>>>> = {
  paid: { paid: say.paidWordPaid, partly: say.paidWordPartly, unpaid: say.paidWordUnpaid },
  per: { month: say.perWordMonth, year: say.perWordYear, day: say.perWordDay, case: say.perWordCase, total: say.perWordTotal },
  handsOn: { operator: say.handsOnWordOperator, assistant: say.handsOnWordAssistant, observer: say.handsOnWordObserver },
  licenceExam: { none: say.licenceExamWordNone, language: say.licenceExamWordLanguage, knowledge: say.licenceExamWordKnowledge, both: say.licenceExamWordBoth },
  passports: { all: say.passportsWordAll, only: say.passportsWordOnly, not: say.passportsWordNot },
  visa: { help: say.visaWordHelp, letter: say.visaWordLetter, none: say.visaWordNone },
  housing: { given: say.housingWordGiven, help: say.housingWordHelp, none: say.housingWordNone },
  side: { host: say.sideWordHost, visiting: say.sideWordVisiting },
  ethics: { approved: say.ethicsWordApproved, pending: say.ethicsWordPending, 'not-needed': say.ethicsWordNotNeeded },
  travel: { paid: say.travelWordPaid, partly: say.travelWordPartly, none: say.travelWordNone },
};
export const choiceText = (l: Locale, key: ChoiceKey, value: string): string => words[key][value]?.(l) ?? value;
