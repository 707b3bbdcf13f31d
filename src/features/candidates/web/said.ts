// Words for what is a field of a CV.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/candidates.ts';

type Sentence = (l: Locale) => string;
const from = (table: Readonly<Record<string, Sentence>>) => (l: Locale, key: string): string => (Object.hasOwn(table, key) ? (table[key]?.(l) ?? '') : '');

export const kindText = from({ degree: say.kindDegree, residency: say.kindResidency, fellowship: say.kindFellowship, course: say.kindCourse });
export const procedureRoleText = from({ operator: say.roleOperator, assistant: say.roleAssistant, observer: say.roleObserver });
export const languageLevelText = from({ native: say.levelNative, fluent: say.levelFluent, working: say.levelWorking, basic: say.levelBasic });
export const sourceText = from({ typed: say.sourceTyped, bibtex: say.sourceBibtex, ris: say.sourceRis, orcid: say.sourceOrcid });
export const languageName = (l: Locale, code: string): string => new Intl.DisplayNames([l], { type: 'language' }).of(code) ?? code;
