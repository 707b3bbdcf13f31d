import { concepts } from 'language';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/candidates.ts';
import type { SheetWords } from '../rules/sheet.ts';

const nameOf = (l: Locale, type: 'language', code: string): string => {
  try {
    return new Intl.DisplayNames([l], { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** The words of a sheet in one language; sections in the order in which they are read. */
export const sheetWords = (l: Locale): SheetWords => ({
  sections: {
    summary: say.partSummary(l), training: say.partTraining(l), posts: say.partPosts(l), procedures: say.partProcedures(l), publications: say.partPublications(l),
    languages: say.partLanguages(l), certificates: say.partCertificates(l),
  },
  roles: { operator: say.roleOperator(l), assistant: say.roleAssistant(l), observer: say.roleObserver(l) },
  sources: { typed: '', bibtex: say.sourceBibtex(l), ris: say.sourceRis(l), orcid: say.sourceOrcid(l) },
  kinds: { degree: say.kindDegree(l), residency: say.kindResidency(l), fellowship: say.kindFellowship(l), course: say.kindCourse(l) },
  levels: { native: say.levelNative(l), fluent: say.levelFluent(l), working: say.levelWorking(l), basic: say.levelBasic(l) },
  procedure: say.procedure(l), role: say.role(l), now: say.untilNow(l),
  until: (period) => say.validUntil(l, { period }),
  languageName: (code) => nameOf(l, 'language', code),
  conceptName: (concept) => { const term = concepts.term(concept); return (l === 'fa' ? term?.fa : term?.en) ?? concept; },
});
