// A CV as it is read, on a page and on paper alike: sections of lines, in one language. Every text that stands in another script or direction is
// wrapped in isolates, so page and paper cannot differ in their order.

import type { Locale } from '#kernel/locale.ts';
import { isolate, isolateRuns } from '#kernel/text.ts';
import { countIn, periodOrder, periodText } from './period.ts';
import type { Part, procedureRoles, workSources } from './vocabulary.ts';
import type { CvBody, Work } from './wire.ts';
import { vancouver, workLang } from './works.ts';

export type SheetRow = { readonly main: string; readonly under: readonly string[]; readonly side: string; /** Language of `main`, which gives its direction. */ readonly lang: Locale };
export type SheetTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type SheetSection = { readonly part: Part; readonly title: string; readonly text: string; readonly rows: readonly SheetRow[]; readonly table: SheetTable | null };
export type Sheet = { readonly lang: Locale; readonly name: string; readonly otherName: string; readonly line: string; readonly orcid: string; readonly sections: readonly SheetSection[]; readonly foot: string };

/** The words of the sheet in its language; the server gives them. */
export type SheetWords = {
  readonly sections: Readonly<Record<Part, string>>;
  readonly roles: Readonly<Record<(typeof procedureRoles)[number], string>>;
  readonly sources: Readonly<Record<(typeof workSources)[number], string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, string>>;
  readonly procedure: string; readonly role: string; readonly now: string;
  readonly until: (period: string) => string;
  readonly languageName: (code: string) => string;
  readonly conceptName: (concept: string) => string;
};

/** The words of the page's own script, or the other's inside an isolate of its own direction. */
const inScript = (l: Locale, en: string, fa: string): string => {
  const own = (l === 'fa' ? fa : en).trim();
  if (own !== '') return isolateRuns(own, l);
  const other = (l === 'fa' ? en : fa).trim();
  return other === '' ? '' : isolate(isolateRuns(other, l === 'fa' ? 'en' : 'fa'));
};

const spanOf = (l: Locale, w: SheetWords, from: string, to: string): string => {
  const [a, b] = [periodText(l, from), to.trim() === '' ? w.now : periodText(l, to)];
  return a === '' ? (to.trim() === '' ? '' : b) : a === b ? a : `${a} – ${b}`;
};

type Spanned = { readonly from: string; readonly to: string };
/** Newest first; of two with one end the later beginning. What goes on has no end and stands before all. */
const newestFirst = (a: Spanned, b: Spanned): number =>
  (b.to === '' ? Number.MAX_SAFE_INTEGER : periodOrder(b.to)) - (a.to === '' ? Number.MAX_SAFE_INTEGER : periodOrder(a.to)) || periodOrder(b.from) - periodOrder(a.from);

const procedureTable = (l: Locale, w: SheetWords, rows: CvBody['procedures']): SheetTable | null => {
  if (rows.length === 0) return null;
  const years = [...new Set(rows.map((row) => row.year.trim()))].sort((a, b) => periodOrder(a) - periodOrder(b));
  const lines = new Map<string, { concept: string; role: CvBody['procedures'][number]['role'] }>();
  for (const row of rows) lines.set(`${row.concept} ${row.role}`, { concept: row.concept, role: row.role });
  return {
    columns: [w.procedure, w.role, ...years.map((year) => periodText(l, year) || '–')],
    rows: [...lines.values()].map(({ concept, role }) => [
      isolateRuns(w.conceptName(concept), l), w.roles[role],
      ...years.map((year) => {
        const told = rows.filter((row) => row.concept === concept && row.role === role && row.year.trim() === year && row.count !== null);
        return told.length === 0 ? '–' : countIn(l, told.reduce((sum, { count }) => sum + (count ?? 0), 0));
      }),
    ]),
  };
};

const workRow = (w: SheetWords, work: Work): SheetRow => {
  const lang = workLang(work);
  return { main: isolateRuns(vancouver(work, lang), lang), under: under(w.sources[work.source]), side: '', lang };
};

const under = (...lines: readonly string[]): readonly string[] => lines.filter((one) => one !== '');

export type SheetPerson = { readonly nameEn: string; readonly nameFa: string; readonly line: string; readonly orcid: string };

/** `only`: the parts that are shown, for a copy that its owner cut down. Empty parts stand nowhere. */
export const sheetOf = (l: Locale, person: SheetPerson, cv: CvBody, w: SheetWords, { foot = '', only }: { foot?: string; only?: readonly Part[] } = {}): Sheet => {
  const rowsOf: Readonly<Record<Part, readonly SheetRow[]>> = {
    summary: [], procedures: [],
    training: [...cv.training].sort(newestFirst).map((t) => ({ main: inScript(l, t.titleEn, t.titleFa) || w.kinds[t.kind] || '', under: under(inScript(l, t.placeEn, t.placeFa)), side: spanOf(l, w, t.from, t.to), lang: l })),
    posts: [...cv.posts].sort(newestFirst).map((p) => ({ main: inScript(l, p.titleEn, p.titleFa), under: under(inScript(l, p.placeEn, p.placeFa)), side: spanOf(l, w, p.from, p.to), lang: l })),
    publications: [...cv.publications].sort((a, b) => periodOrder(b.year) - periodOrder(a.year)).map((one) => workRow(w, one)),
    languages: cv.languages.map(({ code, level }) => ({ main: w.languageName(code), under: [], side: w.levels[level] ?? '', lang: l })),
    certificates: [...cv.certificates].sort((a, b) => periodOrder(b.on) - periodOrder(a.on)).map((c) => ({
      main: inScript(l, c.titleEn, c.titleFa), under: under(inScript(l, c.byEn, c.byFa), c.until.trim() && w.until(periodText(l, c.until))), side: periodText(l, c.on), lang: l,
    })),
  };
  const sections = (Object.keys(w.sections) as Part[]).filter((part) => only === undefined || only.includes(part)).map((part) => ({
    part, title: w.sections[part], text: part === 'summary' ? inScript(l, cv.summaryEn, cv.summaryFa) : '', rows: rowsOf[part].filter(({ main }) => main !== ''),
    table: part === 'procedures' ? procedureTable(l, w, cv.procedures) : null,
  }));
  const [own, other] = l === 'fa' ? [person.nameFa, person.nameEn] : [person.nameEn, person.nameFa];
  return { lang: l, name: own, otherName: other === own ? '' : other, line: person.line, orcid: person.orcid, sections: sections.filter((s) => s.text !== '' || s.rows.length > 0 || s.table !== null), foot };
};
