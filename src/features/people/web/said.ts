// Words for what is a field: stage, title, level, layer, role; and a person's name and place in one line.
import type { Locale } from '#kernel/locale.ts';
import { isolate } from '#kernel/text.ts';
import { named } from '#web/context.tsx';
import * as say from '#words/people.ts';
import type { Layer } from '../rules/verification.ts';

type Sentence = (l: Locale) => string;
const from = (table: Readonly<Record<string, Sentence>>) => (l: Locale, key: string): string => (Object.hasOwn(table, key) ? (table[key]?.(l) ?? '') : '');

const stages = {
  student: say.stageStudent, resident: say.stageResident, cardiologist: say.stageCardiologist, fellow: say.stageFellow, attending: say.stageAttending, surgeon: say.stageSurgeon,
  imaging: say.stageImaging, intensivist: say.stageIntensivist, nurse: say.stageNurse, researcher: say.stageResearcher, industry: say.stageIndustry,
};
export const stageText = from(stages);
export const levelText = from({ learning: say.levelLearning, independent: say.levelIndependent, reference: say.levelReference });
export const layerText = from({ declared: say.layerDeclared, document: say.layerDocument, register: say.layerRegister, vouched: say.layerVouched } satisfies Record<Layer, Sentence>);
export const roleText = from({ steward: say.roleSteward, coordinator: say.roleCoordinator, 'privacy-officer': say.rolePrivacyOfficer });
export const titleText = from({ dr: say.titleDr, prof: say.titleProf, ostad: say.titleOstad, none: say.titleNone });

type Both = { readonly nameEn: string; readonly nameFa: string };

/** "Dr Claire Morel", «دکتر کلر مورل»: the form of address that the person chose. */
export const titledName = (l: Locale, p: Both & { readonly title: string }): string => {
  const name = named(l, p);
  return ({ dr: say.titledDr, prof: say.titledProf, ostad: say.titledOstad }[p.title] ?? say.titledNone)(l, { name });
};

/** The same inside another sentence: isolates do not nest. */
export const plainName = (l: Locale, p: Parameters<typeof titledName>[1]): string => titledName(l, p).replace(/[\u2066-\u2069]/g, '');

type Place = { readonly institutionEn: string; readonly institutionFa: string; readonly cityEn: string; readonly cityFa: string };
/** "Karun Heart Centre, Ahvaz". */
// One isolate an atom and none around: an isolate that holds isolates alone has no direction of its own.
export const placeText = (l: Locale, p: Place): string =>
  [named(l, { nameEn: p.institutionEn, nameFa: p.institutionFa }), named(l, { nameEn: p.cityEn, nameFa: p.cityFa })].filter(Boolean).map(isolate).join(l === 'fa' ? '، ' : ', ');

/** Stage and place: the line under a name. */
export const lineText = (l: Locale, p: Place & { readonly stage: string }): string => [isolate(stageText(l, p.stage)), placeText(l, p)].filter(Boolean).join(' · ');

export const languageText = (l: Locale, code: string): string => new Intl.DisplayNames([l], { type: 'language' }).of(code) ?? code;
export const countryText = (l: Locale, code: string): string => (code === '' ? '' : (new Intl.DisplayNames([l], { type: 'region' }).of(code) ?? code));
