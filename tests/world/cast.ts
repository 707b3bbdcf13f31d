// The fictional cast of the demo and of the tests. Nobody here exists; licence numbers carry DEMO so that nobody looks them up.

import type { Role } from '#features/people/rules/vocabulary.ts';
import type { InstitutionKey } from './places.ts';

type Stage = 'student' | 'resident' | 'cardiologist' | 'fellow' | 'attending' | 'surgeon' | 'imaging' | 'intensivist' | 'nurse' | 'researcher' | 'industry';
type Level = 'learning' | 'independent' | 'reference';
/** A check of who someone is: the layer, who made it (null: the node itself), and how many days ago. */
export type Check = readonly [layer: 'document' | 'register' | 'vouched', by: string | null, daysAgo: number];

export type CastMember = {
  readonly en: readonly [given: string, family: string];
  readonly fa: readonly [given: string, family: string];
  readonly title?: 'dr' | 'prof' | 'ostad' | 'none';
  readonly stage: Stage;
  readonly at: InstitutionKey;
  readonly languages: readonly string[];
  readonly licence?: readonly [authority: string, number: string, country: string, expires: string | null];
  /** Taxonomy id, level, cases a year (null: not said). */
  readonly knows: readonly (readonly [concept: string, level: Level, perYear: number | null])[];
  readonly askedAbout?: string;
  readonly cap?: number;
  readonly quiet?: readonly [from: string, to: string];
  /** On leave from and to, in days from now. */
  readonly leave?: readonly [from: number, to: number];
  readonly avoids?: readonly (readonly [who: string, kind: 'conflict' | 'not-this-person'])[];
  readonly roles?: readonly Role[];
  readonly checks: readonly Check[];
  readonly joinedDaysAgo: number;
};

const IMC = 'Iran Medical Council';

export const cast = {
  nasrin: {
    en: ['Nasrin', 'Tavakoli'], fa: ['نسرین', 'توکلی'], stage: 'cardiologist', at: 'sepidar', languages: ['fa', 'en'], roles: ['steward'],
    licence: [IMC, 'DEMO-1001', 'IR', '2029-03-20'], knows: [['ic', 'learning', null], ['lab.team', 'independent', null]],
    askedAbout: 'گرداندن این سامانه، عضویت و تأیید همکاران', checks: [['register', null, 720]], joinedDaysAgo: 720,
  },
  leila: {
    en: ['Leila', 'Farahani'], fa: ['لیلا', 'فراهانی'], title: 'prof', stage: 'attending', at: 'tochal', languages: ['fa', 'en'], roles: ['coordinator'],
    licence: [IMC, 'DEMO-1002', 'IR', '2028-11-05'], knows: [['cor.lm', 'reference', 90], ['cor.bif', 'independent', 110], ['cor.mvd', 'independent', 200], ['img.ivus', 'independent', 150]],
    askedAbout: 'LM و بایفورکیشن، انتخاب میان PCI و CABG', cap: 4, quiet: ['23:00', '06:30'], checks: [['register', 'nasrin', 700], ['document', 'nasrin', 701]], joinedDaysAgo: 702,
  },
  nilufar: {
    en: ['Nilufar', 'Kazemi'], fa: ['نیلوفر', 'کاظمی'], title: 'prof', stage: 'attending', at: 'narenjestan', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1003', 'IR', '2029-06-01'], knows: [['cor.cto', 'reference', 120], ['cor.cto.retro', 'reference', 60], ['cor.cto.ante', 'reference', 70], ['comp.perf', 'independent', 12], ['cor.chip', 'independent', 40]],
    askedAbout: 'CTO، به‌ویژه رتروگرید؛ پروکتور مهمان هم می‌آیم', cap: 5, quiet: ['22:30', '06:00'], checks: [['register', 'nasrin', 690]], joinedDaysAgo: 692,
  },
  claire: {
    en: ['Claire', 'Morel'], fa: ['کلر', 'مورل'], stage: 'attending', at: 'deuxRives', languages: ['fr', 'en'],
    licence: ['RPPS (fictional)', 'DEMO-69001', 'FR', null], knows: [['cor.cto', 'independent', 70], ['cor.cto.ante', 'reference', 55], ['img.ivus', 'reference', 260], ['cor.isr', 'independent', 60]],
    askedAbout: 'IVUS-guided CTO entry, stent failure on imaging', cap: 3, quiet: ['21:00', '07:00'], checks: [['document', 'nasrin', 640], ['vouched', 'nilufar', 620]], joinedDaysAgo: 645,
  },
  hossein: {
    en: ['Hossein', 'Mousavi'], fa: ['حسین', 'موسوی'], title: 'ostad', stage: 'attending', at: 'chaharbagh', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1004', 'IR', '2027-12-30'], knows: [['cor.calc', 'reference', 140], ['cor.calc.ra', 'reference', 90], ['cor.calc.ivl', 'independent', 25], ['cor.lm', 'independent', 40], ['comp.perf', 'reference', 10]],
    askedAbout: 'کلسیم، روتابلیشن و عوارض آن', cap: 2, quiet: ['22:00', '05:30'], checks: [['register', 'nasrin', 655]], joinedDaysAgo: 660,
  },
  daniel: {
    en: ['Daniel', 'Okafor'], fa: ['دنیل', 'اوکافور'], stage: 'attending', at: 'lakeshore', languages: ['en'],
    licence: ['CPSO (fictional)', 'DEMO-CA-77', 'CA', '2027-05-31'], knows: [['cor.bif', 'reference', 160], ['cor.lm', 'independent', 45], ['cor.dcb', 'independent', 70], ['cor.scad', 'independent', 15]],
    askedAbout: 'Bifurcations, drug-coated balloons, SCAD', cap: 3, quiet: ['20:00', '07:30'], checks: [['document', 'nasrin', 610], ['vouched', 'leila', 600], ['vouched', 'claire', 590]], joinedDaysAgo: 615,
  },
  marek: {
    en: ['Marek', 'Nowak'], fa: ['مارک', 'نواک'], title: 'prof', stage: 'attending', at: 'kazimierz', languages: ['pl', 'en'],
    licence: ['NIL (fictional)', 'DEMO-PL-12', 'PL', null], knows: [['shock', 'reference', 80], ['shock.mcs', 'reference', 50], ['acs.stemi', 'independent', 300], ['vasc.pe', 'independent', 30]],
    askedAbout: 'Shock teams, when to move a patient, pulmonary embolism', cap: 4, checks: [['document', 'nasrin', 600]], joinedDaysAgo: 605,
  },
  kaveh: {
    en: ['Kaveh', 'Soltani'], fa: ['کاوه', 'سلطانی'], stage: 'attending', at: 'narenjestan', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1005', 'IR', '2028-02-15'], knows: [['sh.tavi', 'reference', 110], ['sh.tavi.bav', 'independent', 22], ['sh.tavi.access', 'independent', 110], ['sh.laao', 'independent', 30], ['sh.ptmc', 'reference', 45]],
    askedAbout: 'TAVI، PTMC و بستن گوشک دهلیز چپ', cap: 3, avoids: [['omid', 'conflict']], checks: [['register', 'nasrin', 580]], joinedDaysAgo: 585,
  },
  bahram: {
    en: ['Bahram', 'Azimi'], fa: ['بهرام', 'عظیمی'], title: 'ostad', stage: 'surgeon', at: 'sepidar', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1006', 'IR', '2027-09-09'], knows: [['cor.lm', 'reference', 60], ['cor.mvd', 'reference', 250], ['cor.svg', 'independent', 40], ['acs.mech', 'independent', 8]],
    askedAbout: 'CABG، هارت تیم', cap: 3, quiet: ['21:30', '06:00'], checks: [['register', 'nasrin', 570]], joinedDaysAgo: 572,
  },
  isabelle: {
    en: ['Isabelle', 'Laurent'], fa: ['ایزابل', 'لوران'], title: 'prof', stage: 'surgeon', at: 'deuxRives', languages: ['fr', 'en'],
    licence: ['RPPS (fictional)', 'DEMO-69002', 'FR', null], knows: [['sh.tavi', 'independent', 60], ['sh.tavi.bav', 'reference', 35], ['sh.asa', 'independent', 10], ['sh.ptmc', 'learning', null]],
    askedAbout: 'Bicuspid valves, root enlargement, aortopathy', cap: 2, quiet: ['20:30', '07:00'], checks: [['document', 'nasrin', 560], ['vouched', 'claire', 555]], joinedDaysAgo: 562,
  },
  reza: {
    en: ['Reza', 'Bakhtiari'], fa: ['رضا', 'بختیاری'], stage: 'surgeon', at: 'parau', languages: ['fa', 'ckb', 'en'],
    licence: [IMC, 'DEMO-1007', 'IR', '2029-01-19'], knows: [['cor.mvd', 'independent', 120], ['comp.perf', 'independent', 5], ['comp.entrap', 'independent', 3], ['acs.mech', 'independent', 6]],
    askedAbout: 'جراحی اورژانس پس از عوارض PCI', cap: 3, checks: [['document', 'nasrin', 540]], joinedDaysAgo: 545,
  },
  shirin: {
    en: ['Shirin', 'Daryaei'], fa: ['شیرین', 'دریایی'], stage: 'intensivist', at: 'tochal', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1008', 'IR', '2028-08-08'], knows: [['shock', 'independent', 70], ['shock.mcs', 'independent', 25], ['shock.ecmo', 'independent', 18], ['cor.chip', 'learning', 20]],
    askedAbout: 'حمایت مکانیکی، شوک، مراقبت پس از پروسیجر پرخطر', cap: 3, checks: [['register', 'nasrin', 530]], joinedDaysAgo: 532,
  },
  samira: {
    en: ['Samira', 'Jalali'], fa: ['سمیرا', 'جلالی'], stage: 'cardiologist', at: 'spand', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1009', 'IR', '2028-04-27'], knows: [['cor', 'independent', null], ['cor.inoca', 'independent', 40], ['pharm.dapt', 'reference', null], ['pharm.hbr', 'reference', null], ['comp', 'independent', null]],
    askedAbout: 'درمان دارویی، خطر خونریزی، گفت‌وگو با بیمار پس از عارضه', cap: 4, avoids: [['arman', 'conflict']], checks: [['register', 'nasrin', 520]], joinedDaysAgo: 525,
  },
  anna: {
    en: ['Anna', 'Wieczorek'], fa: ['آنا', 'ویچورک'], stage: 'imaging', at: 'kazimierz', languages: ['pl', 'en'],
    licence: ['NIL (fictional)', 'DEMO-PL-31', 'PL', null], knows: [['img.ct', 'reference', 400], ['img.echo', 'reference', 500], ['img.oct', 'independent', 80], ['sh.asd', 'independent', 40], ['sh.laao', 'independent', 60]],
    askedAbout: 'CT sizing, TOE guidance, what an OCT pull-back shows', cap: 3, leave: [-2, 10], checks: [['document', 'nasrin', 500], ['vouched', 'marek', 498]], joinedDaysAgo: 502,
  },
  arman: {
    en: ['Arman', 'Rostami'], fa: ['آرمان', 'رستمی'], stage: 'attending', at: 'karun', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1010', 'IR', '2029-10-10'], knows: [['cor', 'independent', 280], ['cor.bif', 'independent', 50], ['acs.stemi', 'independent', 150], ['acs.norefl', 'independent', 20]],
    askedAbout: 'PCI اولیه، نوریفلو', cap: 3, checks: [['register', 'nasrin', 480]], joinedDaysAgo: 482,
  },
  omid: {
    en: ['Omid', 'Salehi'], fa: ['امید', 'صالحی'], stage: 'attending', at: 'parau', languages: ['fa', 'ckb', 'en'],
    licence: [IMC, 'DEMO-1011', 'IR', '2028-07-16'], knows: [['cor', 'independent', 240], ['cor.cto.ante', 'independent', 20], ['cor.st', 'independent', 15], ['cor.ectasia', 'independent', 10]],
    askedAbout: 'ترومبوز استنت، اکتازی', cap: 3, checks: [['document', 'nasrin', 470], ['vouched', 'reza', 465]], joinedDaysAgo: 472,
  },
  parisa: {
    en: ['Parisa', 'Noori'], fa: ['پریسا', 'نوری'], stage: 'attending', at: 'aynali', languages: ['fa', 'az', 'en'],
    licence: [IMC, 'DEMO-1012', 'IR', '2027-11-21'], knows: [['sh', 'independent', 60], ['sh.tavi', 'learning', 12], ['sh.asd', 'independent', 35], ['sh.pfo', 'independent', 20], ['cor', 'independent', 150]],
    askedAbout: 'بستن ASD و PFO', cap: 3, checks: [['register', 'nasrin', 460]], joinedDaysAgo: 463,
  },
  maryam: {
    en: ['Maryam', 'Ahmadi'], fa: ['مریم', 'احمدی'], stage: 'attending', at: 'sepidar', languages: ['fa', 'en'],
    licence: [IMC, 'DEMO-1013', 'IR', '2029-05-05'], knows: [['cor', 'independent', 200], ['cor.calc.ra', 'learning', 15], ['cor.scad', 'independent', 8], ['acc.rad', 'reference', 400]],
    askedAbout: 'دسترسی رادیال و دیستال رادیال', cap: 3, checks: [['register', 'nasrin', 440]], joinedDaysAgo: 444,
  },
  salim: {
    en: ['Salim', 'Al Balushi'], fa: ['سلیم', 'البلوشی'], stage: 'attending', at: 'qurum', languages: ['ar', 'en'],
    licence: ['OMSB (fictional)', 'DEMO-OM-5', 'OM', '2028-01-01'], knows: [['acs.stemi', 'independent', 180], ['cor', 'independent', 220], ['vasc.pe', 'learning', 6]],
    askedAbout: 'Primary PCI far from a surgical centre', cap: 3, checks: [['document', 'nasrin', 430], ['vouched', 'marek', 425], ['vouched', 'daniel', 424]], joinedDaysAgo: 432,
  },
  mina: {
    en: ['Mina', 'Karimi'], fa: ['مینا', 'کریمی'], stage: 'fellow', at: 'karun', languages: ['fa', 'en'], roles: ['privacy-officer'],
    licence: [IMC, 'DEMO-1014', 'IR', '2030-02-02'], knows: [['cor', 'learning', 60], ['acs.stemi', 'learning', 40]],
    cap: 2, checks: [['vouched', 'arman', 200], ['vouched', 'leila', 190]], joinedDaysAgo: 210,
  },
  soran: {
    en: ['Soran', 'Moradi'], fa: ['سوران', 'مرادی'], stage: 'fellow', at: 'parau', languages: ['fa', 'ckb', 'en'],
    licence: [IMC, 'DEMO-1016', 'IR', '2030-05-05'], knows: [['cor', 'independent', 90], ['cor.cto', 'learning', 30], ['cor.cto.ante', 'learning', 25]],
    askedAbout: 'CTO، هنوز در حال آموختن', cap: 2, checks: [['document', 'nasrin', 150], ['vouched', 'hossein', 145]], joinedDaysAgo: 155,
  },
  ali: {
    en: ['Ali', 'Hashemi'], fa: ['علی', 'هاشمی'], stage: 'attending', at: 'spand', languages: ['fa'],
    licence: [IMC, 'DEMO-1015', 'IR', null], knows: [['cor', 'independent', 120], ['sh.asd', 'learning', 10]], checks: [['vouched', 'samira', 1]], joinedDaysAgo: 3,
  },
  peter: {
    en: ['Peter', 'Lindqvist'], fa: ['پیتر', 'لیندکویست'], title: 'none', stage: 'industry', at: 'nordbalk', languages: ['sv', 'en'],
    knows: [['sh.laao', 'learning', null]], askedAbout: 'Training on closure devices', cap: 0, checks: [['document', 'nasrin', 90]], joinedDaysAgo: 95,
  },
} as const satisfies Record<string, CastMember>;

export type PersonKey = keyof typeof cast;
export const personKeys = Object.keys(cast) as PersonKey[];
export const castMember = (key: PersonKey): CastMember => cast[key];
