// CVs of the demo: the fellow in Kermanshah has a full one, others the beginnings of one. Publications are invented, like their authors.

import { newId } from '#kernel/ids.ts';
import { keepCv } from '#features/candidates/server/cv.ts';
import { type CvBody, emptyCv } from '#features/candidates/rules/wire.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

type Untold<T> = { readonly [K in keyof T]: T[K] extends readonly (infer Row)[] ? (Row extends { id: unknown } ? readonly Omit<Row, 'id'>[] : T[K]) : T[K] };
type ToldCv = Partial<Untold<CvBody>>;

const byHand = { source: 'typed', seal: '' } as const;

const soran: ToldCv = {
  summaryFa: 'فلوی اینترونشنال در کرمانشاه. دو سال است روی CTO کار می‌کنم و می‌خواهم رتروگرید را در مرکزی پرحجم بیاموزم. آخرین کیس: بیمار آقای ۶۲ ساله، LM bifurcation (Medina 1,1,1) با EF=30%، یک استنت 3.5×18 mm و جریان نهایی TIMI 3.',
  summaryEn: 'Interventional fellow in Kermanshah. For two years I have worked on chronic occlusions, and I would like to learn the retrograde way in a centre of high volume.',
  training: [
    { kind: 'fellowship', titleEn: 'Fellowship in interventional cardiology', titleFa: 'فلوشیپ اینترونشنال', placeEn: 'Parau Heart Centre, Kermanshah', placeFa: 'مرکز قلب پراو، کرمانشاه', from: '1403-07', to: '' },
    { kind: 'residency', titleEn: 'Residency in cardiology', titleFa: 'دستیاری قلب و عروق', placeEn: 'Aynali Hospital, Tabriz', placeFa: 'بیمارستان عینالی، تبریز', from: '1398-07', to: '1402-06' },
    { kind: 'degree', titleEn: 'Doctor of medicine', titleFa: 'دکترای عمومی', placeEn: 'Kermanshah', placeFa: 'کرمانشاه', from: '1388', to: '1395' },
    { kind: 'course', titleEn: 'Hands-on course, antegrade dissection and re-entry', titleFa: '', placeEn: 'Kraków', placeFa: '', from: '2025-05', to: '2025-05' },
  ],
  posts: [{ titleEn: 'General practitioner, emergency department', titleFa: 'پزشک اورژانس', placeEn: 'Javanrud', placeFa: 'جوانرود', from: '1395-08', to: '1398-06' }],
  procedures: [
    { concept: 'cor', role: 'operator', year: '1403', count: 60 }, { concept: 'cor', role: 'operator', year: '1404', count: 148 },
    { concept: 'cor.cto.ante', role: 'operator', year: '1404', count: 11 }, { concept: 'cor.cto.ante', role: 'assistant', year: '1403', count: 18 }, { concept: 'cor.cto.ante', role: 'assistant', year: '1404', count: 25 },
    { concept: 'cor.cto.retro', role: 'observer', year: '1404', count: 9 }, { concept: 'acs.stemi', role: 'operator', year: '1404', count: 52 },
  ],
  publications: [
    { title: 'Antegrade crossing of short occlusions by operators in training: 64 procedures of one centre', authors: ['Moradi Soran', 'Salehi Omid', 'Kazemi Nilufar'], journal: 'Zagros Journal of Cardiology', year: '2025', volume: '7', issue: '2', pages: '88-95', doi: '', ...byHand },
    { title: 'گزارش یک مورد ترومبوز دیررس استنت پس از PCI روی CTO', authors: ['مرادی سوران', 'صالحی امید'], journal: 'مجلهٔ قلب زاگرس', year: '1403', volume: '5', issue: '4', pages: '210-214', doi: '', ...byHand },
  ],
  languages: [{ code: 'ckb', level: 'native' }, { code: 'fa', level: 'native' }, { code: 'en', level: 'working' }, { code: 'fr', level: 'basic' }],
  certificates: [
    { titleEn: 'Board certificate in cardiology', titleFa: 'دانشنامهٔ تخصصی قلب و عروق', byEn: 'Ministry of Health', byFa: 'وزارت بهداشت', on: '1402-08', until: '' },
    { titleEn: 'Radiation protection', titleFa: 'حفاظت پرتوی', byEn: 'Parau Heart Centre', byFa: 'مرکز قلب پراو', on: '1403-09', until: '1408-09' },
  ],
};

const mina: ToldCv = {
  summaryFa: 'فلوی اینترونشنال در اهواز؛ بیشتر PCI اولیه.',
  training: [
    { kind: 'fellowship', titleEn: 'Fellowship in interventional cardiology', titleFa: 'فلوشیپ اینترونشنال', placeEn: 'Karun Heart Centre, Ahvaz', placeFa: 'مرکز قلب کارون، اهواز', from: '1404-07', to: '' },
    { kind: 'residency', titleEn: 'Residency in cardiology', titleFa: 'دستیاری قلب و عروق', placeEn: 'Tehran', placeFa: 'تهران', from: '1399-07', to: '1403-06' },
  ],
  procedures: [{ concept: 'acs.stemi', role: 'assistant', year: '1404', count: 40 }, { concept: 'cor', role: 'operator', year: '1404', count: 60 }],
  languages: [{ code: 'fa', level: 'native' }, { code: 'en', level: 'fluent' }],
};

const maryam: ToldCv = {
  summaryEn: 'Consultant with a radial practice; looking for a proctorship in rotational atherectomy.',
  posts: [{ titleEn: 'Consultant interventional cardiologist', titleFa: 'متخصص اینترونشنال', placeEn: 'Sepidar Heart Centre, Tehran', placeFa: 'مرکز قلب سپیدار، تهران', from: '1397-01', to: '' }],
  procedures: [{ concept: 'cor', role: 'operator', year: '1404', count: 200 }, { concept: 'cor.calc.ra', role: 'operator', year: '1404', count: 15 }],
  languages: [{ code: 'fa', level: 'native' }, { code: 'en', level: 'fluent' }],
};

const told: Partial<Record<PersonKey, ToldCv>> = { soran, mina, maryam };

export const writeCvs = async (world: World, now: Date): Promise<void> => {
  for (const [key, cv] of Object.entries(told) as [PersonKey, ToldCv][]) {
    const rows = Object.fromEntries(Object.entries({ ...emptyCv, ...cv }).map(([part, of]) => [part, Array.isArray(of) ? of.map((row: object) => ({ id: newId(now, world.random), ...row })) : of])) as CvBody;
    await act(world, key, (tx, who) => keepCv(world.house, tx, who, { version: 0, ...rows }, now));
  }
};
