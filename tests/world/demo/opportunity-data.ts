// The opportunities of the demo: all eight kinds, each as its poster would write it. Nobody and no place here exists.

import type { InstitutionKey } from '../places.ts';
import type { PersonKey } from '../cast.ts';
import type { OpportunityType } from '#features/opportunities/rules/limits.ts';
import type { OpportunityFields } from '#features/opportunities/rules/wire.ts';
import type { GroupKey } from './groups.ts';

export type ToldOpportunity = {
  by: PersonKey; lang: 'en' | 'fa'; type: OpportunityType; at: InstitutionKey | null; topics: readonly string[]; en: readonly [title: string, text: string]; fa: readonly [title: string, text: string];
  /** Days from now: start, end, deadline. */
  starts?: number; ends?: number; deadline?: number; fields: OpportunityFields;
  named: readonly PersonKey[]; note?: string; hands?: 1 | 2 | 3; barred?: readonly InstitutionKey[]; open?: readonly (GroupKey | 'node' | 'public')[]; daysAgo: number;
};

export const toldOpportunities = {
  lyon: {
    by: 'claire', lang: 'en', type: 'fellowship', at: 'deuxRives', topics: ['cor.cto'], starts: 280, deadline: 42, daysAgo: 12, hands: 3, barred: ['qurum', 'aynali'],
    en: ['CTO fellowship, one year, Deux-Rives, Lyon', 'One fellow a year. We do not advertise it: I ask five people whom I trust.'],
    fa: ['فلوشیپ CTO، یک سال، دو رود، لیون', 'سالی یک فلو. آگهی نمی‌کنیم؛ از پنج نفری که به آنان اعتماد دارم می‌پرسم.'],
    fields: {
      lengthMonths: 12, paid: 'paid', amount: 2100, currency: 'EUR', per: 'month', handsOn: 'operator', handsOnShare: 60, handsOnNote: 'First operator from month 3', volume: 130, volumeOf: 'CTO', passports: 'all',
      licence: 'French temporary registration, the centre helps', licenceExam: 'language', visa: 'letter', housing: 'help', languages: ['en', 'fr'],
    },
    named: ['nilufar', 'marek', 'samira', 'leila', 'daniel'], note: 'Whom would you send us? Hands-on from month three.',
  },
  krakow: {
    by: 'marek', lang: 'en', type: 'fellowship', at: 'kazimierz', topics: ['sh.tavi', 'img.ct'], starts: 200, deadline: 60, daysAgo: 20, open: ['node'],
    en: ['TAVI and CT planning fellowship, Kraków', 'Planning with our imagers in the morning, the room in the afternoon.'], fa: ['فلوشیپ TAVI و برنامه‌ریزی با CT، کراکوف', 'صبح برنامه‌ریزی با همکاران تصویربرداری، عصر در کت‌لب.'],
    fields: { lengthMonths: 12, paid: 'paid', amount: 1500, currency: 'EUR', per: 'month', handsOn: 'assistant', volume: 210, volumeOf: 'TAVI', passports: 'only', passportCountries: ['PL', 'DE', 'FR', 'SE', 'IT', 'ES'], licence: 'Polish limited licence', licenceExam: 'none', visa: 'none', housing: 'given', languages: ['en'] },
    named: ['anna', 'isabelle'],
  },
  toronto: {
    by: 'daniel', lang: 'en', type: 'fellowship', at: 'lakeshore', topics: ['cor.bif'], starts: 150, deadline: 35, daysAgo: 9, open: ['node'],
    en: ['Observership in bifurcations, three months, Toronto', 'You watch, ask, and present one case a week.'], fa: ['ابزرورشیپ بایفورکیشن، سه ماه، تورنتو', 'می‌بینید، می‌پرسید و هفته‌ای یک کیس ارائه می‌کنید.'],
    fields: { lengthMonths: 3, paid: 'unpaid', handsOn: 'observer', volume: 160, volumeOf: 'bifurcation PCI', passports: 'all', licence: 'None for observers', licenceExam: 'none', visa: 'letter', housing: 'none', languages: ['en'] },
    named: ['leila'],
  },
  grant: {
    by: 'leila', lang: 'fa', type: 'grant', at: 'tochal', topics: ['cor.lm'], starts: 120, deadline: 25, daysAgo: 14, open: ['node', 'public'],
    en: ['Travel grant for young operators', 'Two grants a year for a month in another lab.'], fa: ['گرنت سفر برای اپراتورهای جوان', 'سالی دو گرنت برای یک ماه در کت‌لبی دیگر.'],
    fields: { funder: 'بنیاد خیریهٔ توچال (خیالی)', amount: 400_000_000, currency: 'IRR', per: 'total', eligible: 'فلو یا اتند تا پنج سال پس از بورد', ageMost: 42, documents: 'شرح حال علمی، نامهٔ میزبان، نامهٔ رئیس بخش', hostCondition: 'مرکز میزبان سالی دست‌کم ۵۰۰ PCI', passports: 'all', lengthMonths: 1 },
    named: ['samira', 'arman'],
  },
  shiraz: {
    by: 'kaveh', lang: 'fa', type: 'post', at: 'narenjestan', topics: ['sh.tavi', 'sh.ptmc'], starts: 90, deadline: 50, daysAgo: 7, open: ['valves'],
    en: ['Attending post in structural intervention, Shiraz', 'We look for somebody who likes to teach.'], fa: ['جای اتند مداخلات ساختاری، شیراز', 'دنبال کسی هستیم که آموزش دادن را دوست دارد.'],
    fields: { contract: 'تمام‌وقت، جغرافیایی، سه سال', rota: 'چهار روز کت‌لب، یک روز درمانگاه', call: 'یک شب در شش شب', volume: 110, volumeOf: 'TAVI', team: 'سه اتند، دو فلو، یک جراح همراه', amount: 900_000_000, amountTo: 1_200_000_000, currency: 'IRR', per: 'month', credential: 'دو نامه و دیدن ده کیس', licence: 'نظام پزشکی', passports: 'only', passportCountries: ['IR'] },
    named: ['parisa', 'hossein'],
  },
  muscat: {
    by: 'salim', lang: 'en', type: 'locum', at: 'qurum', topics: ['acs.stemi'], starts: 40, ends: 68, deadline: 14, daysAgo: 5, open: ['node'],
    en: ['Primary PCI locum, four weeks, Muscat', 'Two of us are on leave together.'], fa: ['جانشین PCI اولیه، چهار هفته، مسقط', 'دو نفرمان هم‌زمان مرخصی‌ایم.'],
    fields: { call: 'One night in three', licence: 'Temporary Omani licence, ten working days', indemnity: 'By the hospital', housing: 'given', amount: 180, currency: 'OMR', per: 'day', volume: 220, volumeOf: 'PCI', passports: 'all', languages: ['en', 'ar'] },
    named: ['maryam', 'marek'],
  },
  proctor: {
    by: 'nilufar', lang: 'fa', type: 'proctorship', at: 'narenjestan', topics: ['cor.cto.retro'], starts: 30, ends: 200, daysAgo: 25, open: ['cto', 'node'],
    en: ['Visiting proctor for retrograde CTO', 'I come to you for two days; you choose the cases, we plan them together here.'], fa: ['پروکتور مهمان برای CTO رتروگرید', 'دو روز نزد شما می‌آیم؛ کیس‌ها را شما برمی‌گزینید و همین‌جا با هم برنامه می‌ریزیم.'],
    fields: { deviceClass: 'میکروکتتر و سیم‌های رتروگرید', side: 'visiting', payer: 'فقط سفر، با مرکز میزبان', cases: 4, languages: ['fa', 'en'] },
    named: ['omid'],
  },
  registry: {
    by: 'marek', lang: 'en', type: 'research', at: 'kazimierz', topics: ['shock'], starts: 60, deadline: 90, daysAgo: 30, open: ['node'],
    en: ['Shock registry: first lactate and time to support', 'Twelve centres so far. Each enters its own; nobody ranks anybody.'], fa: ['رجیستری شوک: نخستین لاکتات و زمان تا حمایت', 'تا کنون دوازده مرکز. هر کس دادهٔ خود را وارد می‌کند؛ کسی کسی را رتبه نمی‌دهد.'],
    fields: { question: 'Does lactate at the door change who is supported first?', dataOwner: 'Each centre keeps its own', ethics: 'approved', roles: 'Site lead, one data nurse', authorship: 'One name for each 20 patients' },
    named: ['shirin', 'salim'],
  },
  speak: {
    by: 'isabelle', lang: 'en', type: 'speaking', at: 'deuxRives', topics: ['sh.tavi.bav'], starts: 100, ends: 102, deadline: 20, daysAgo: 6, hands: 1, open: ['valves'],
    en: ['Bicuspid valves: surgeon and operator on one stage', 'Twenty minutes each and forty of argument.'], fa: ['دریچهٔ بایکاسپید: جراح و اپراتور روی یک صحنه', 'هر کدام بیست دقیقه و چهل دقیقه بحث.'],
    fields: { event: 'Rhône Valve Days (fictional)', format: 'Debate', session: 'Bicuspid: when not to', travel: 'paid', sponsor: 'None', visa: 'letter', languages: ['en'] },
    named: ['kaveh', 'bahram'],
  },
  review: {
    by: 'samira', lang: 'fa', type: 'reviewing', at: null, topics: ['pharm.dapt', 'pharm.hbr'], deadline: 120, daysAgo: 18, open: ['node'],
    en: ['Reviewers for a journal of pharmacology in PCI', 'Three manuscripts a year at most.'], fa: ['داور برای مجله‌ای دربارهٔ دارو در PCI', 'حداکثر سه دست‌نوشته در سال.'],
    fields: { journal: 'مجلهٔ دارو و مداخله (خیالی)', turnaroundDays: 21, languages: ['fa', 'en'] },
    named: ['maryam'],
  },
  past: {
    by: 'hossein', lang: 'fa', type: 'fellowship', at: 'chaharbagh', topics: ['cor.calc.ra'], starts: 20, deadline: 2, daysAgo: 70, open: ['node'],
    en: ['Rotablation, six weeks, Isfahan', 'For somebody who has the burr and is alone with it.'], fa: ['روتابلیشن، شش هفته، اصفهان', 'برای کسی که burr را دارد و با آن تنهاست.'],
    fields: { lengthMonths: 1.5, paid: 'unpaid', handsOn: 'operator', volume: 90, volumeOf: 'RA', passports: 'only', passportCountries: ['IR'], licence: 'نظام پزشکی', visa: 'none', housing: 'given' },
    named: ['maryam', 'arman'],
  },
} as const satisfies Record<string, ToldOpportunity>;
export type OpportunityKey = keyof typeof toldOpportunities;
