// Words for what is a field: stage, title, level, layer, role; and a person's name and place in one line.
import type { Locale } from '#kernel/locale.ts';
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
export const roleText = from({ steward: say.roleSteward, coordinator: say.roleCoordinator });
export const titleText = from({ dr: say.titleDr, prof: say.titleProf, ostad: say.titleOstad, none: say.titleNone });

type Both = { readonly nameEn: string; readonly nameFa: string };

/** "Dr Claire Morel", «دکتر کلر مورل»: the form of address that the person chose. */
export const titledName = (l: Locale, p: Both & { readonly title: string }): string => {
  const name = named(l, p);
  return ({ dr: say.titledDr, prof: say.titledProf, ostad: say.titledOstad }[p.title] ?? say.titledNone)(l, { name });
};

/** "Karun Heart Centre, Ahvaz". */
export const placeText = (l: Locale, p: { readonly institutionEn: string; readonly institutionFa: string; readonly cityEn: string; readonly cityFa: string }): string => {
  const institution = named(l, { nameEn: p.institutionEn, nameFa: p.institutionFa });
  const city = named(l, { nameEn: p.cityEn, nameFa: p.cityFa });
  return institution && city ? say.list(l, { a: institution, b: city }) : institution || city;
};

/** Stage and place: the line under a name. */
export const lineText = (l: Locale, p: Parameters<typeof placeText>[1] & { readonly stage: string }): string => {
  const place = placeText(l, p);
  return place ? say.dot(l, { a: stageText(l, p.stage), b: place }) : stageText(l, p.stage);
};

export const languageText = (l: Locale, code: string): string => new Intl.DisplayNames([l], { type: 'language' }).of(code) ?? code;
export const countryText = (l: Locale, code: string): string => (code === '' ? '' : (new Intl.DisplayNames([l], { type: 'region' }).of(code) ?? code));
