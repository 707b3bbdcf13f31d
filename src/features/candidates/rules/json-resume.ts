// A CV as JSON Resume 1.0.0 (jsonresume.org/schema): dates ISO 8601 as far as they are known, what is empty left out. Procedures, which it does not
// know, stand as skills with their years as keywords.

import type { SheetPerson, SheetWords } from './sheet.ts';
import { periodIso } from './period.ts';
import type { CvBody } from './wire.ts';

export type JsonResume = Readonly<Record<string, unknown>>;

/** Without what is empty, at every depth. */
const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const kept = value.map(filled).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).map(([key, of]) => [key, filled(of)] as const).filter(([, of]) => of !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value === '' || value === null ? undefined : value;
};

const latin = (en: string, fa: string): string => en.trim() || fa.trim();

export type ResumePerson = SheetPerson & { readonly cityEn: string; readonly country: string };

export const jsonResume = (person: ResumePerson, cv: CvBody, w: SheetWords): JsonResume => filled({
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: {
    name: person.nameEn, label: person.line.replace(/[\u2066-\u2069]/g, ''), summary: latin(cv.summaryEn, cv.summaryFa), location: { city: person.cityEn, countryCode: person.country },
    profiles: person.orcid === '' ? [] : [{ network: 'ORCID', username: person.orcid, url: `https://orcid.org/${person.orcid}` }],
  },
  work: cv.posts.map((p) => ({ name: latin(p.placeEn, p.placeFa), position: latin(p.titleEn, p.titleFa), startDate: periodIso(p.from), endDate: periodIso(p.to) })),
  education: cv.training.map((t) => ({ institution: latin(t.placeEn, t.placeFa), area: latin(t.titleEn, t.titleFa), studyType: w.kinds[t.kind], startDate: periodIso(t.from), endDate: periodIso(t.to) })),
  certificates: cv.certificates.map((c) => ({ name: latin(c.titleEn, c.titleFa), issuer: latin(c.byEn, c.byFa), date: periodIso(c.on) })),
  publications: cv.publications.map((p) => ({ name: p.title, publisher: p.journal, releaseDate: periodIso(p.year), url: p.doi === '' ? '' : `https://doi.org/${encodeURI(p.doi)}`, summary: p.authors.join(', ') })),
  skills: [...new Set(cv.procedures.map(({ concept, role }) => `${concept} ${role}`))].map((key) => {
    const rows = cv.procedures.filter(({ concept, role }) => `${concept} ${role}` === key);
    const [first] = rows;
    return first && { name: w.conceptName(first.concept), level: w.roles[first.role], keywords: rows.map(({ year, count }) => `${periodIso(year) || year}: ${count ?? '?'}`) };
  }),
  languages: cv.languages.map(({ code, level }) => ({ language: w.languageName(code), fluency: w.levels[level] })),
  meta: { version: 'v1.0.0' },
}) as JsonResume;
