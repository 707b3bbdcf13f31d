// Where the cast lives and works. The cities exist; every hospital and company is invented.

export type City = { en: string; fa: string; country: string; zone: string };
export const cities = {
  ahvaz: { en: 'Ahvaz', fa: 'اهواز', country: 'IR', zone: 'Asia/Tehran' },
  shiraz: { en: 'Shiraz', fa: 'شیراز', country: 'IR', zone: 'Asia/Tehran' },
  mashhad: { en: 'Mashhad', fa: 'مشهد', country: 'IR', zone: 'Asia/Tehran' },
  kermanshah: { en: 'Kermanshah', fa: 'کرمانشاه', country: 'IR', zone: 'Asia/Tehran' },
  tabriz: { en: 'Tabriz', fa: 'تبریز', country: 'IR', zone: 'Asia/Tehran' },
  tehran: { en: 'Tehran', fa: 'تهران', country: 'IR', zone: 'Asia/Tehran' },
  isfahan: { en: 'Isfahan', fa: 'اصفهان', country: 'IR', zone: 'Asia/Tehran' },
  lyon: { en: 'Lyon', fa: 'لیون', country: 'FR', zone: 'Europe/Paris' },
  toronto: { en: 'Toronto', fa: 'تورنتو', country: 'CA', zone: 'America/Toronto' },
  muscat: { en: 'Muscat', fa: 'مسقط', country: 'OM', zone: 'Asia/Muscat' },
  krakow: { en: 'Krakow', fa: 'کراکوف', country: 'PL', zone: 'Europe/Warsaw' },
  gothenburg: { en: 'Gothenburg', fa: 'گوتنبرگ', country: 'SE', zone: 'Europe/Stockholm' },
} as const satisfies Record<string, City>;
export type CityKey = keyof typeof cities;

export type Institution = { en: string; fa: string; city: CityKey };
export const institutions = {
  karun: { en: 'Karun Heart Hospital', fa: 'بیمارستان قلب کارون', city: 'ahvaz' },
  narenjestan: { en: 'Narenjestan Heart Centre', fa: 'مرکز قلب نارنجستان', city: 'shiraz' },
  spand: { en: 'Spand Heart Hospital', fa: 'بیمارستان قلب سپند', city: 'mashhad' },
  parau: { en: 'Parau Heart Centre', fa: 'مرکز قلب پرآو', city: 'kermanshah' },
  aynali: { en: 'Aynali Heart Hospital', fa: 'بیمارستان قلب عینالی', city: 'tabriz' },
  tochal: { en: 'Tochal Heart Centre', fa: 'مرکز قلب توچال', city: 'tehran' },
  sepidar: { en: 'Sepidar Heart Hospital', fa: 'بیمارستان قلب سپیدار', city: 'tehran' },
  chaharbagh: { en: 'New Chaharbagh Heart Hospital', fa: 'بیمارستان قلب چهارباغ نو', city: 'isfahan' },
  deuxRives: { en: 'Deux-Rives Heart Institute', fa: 'مؤسسهٔ قلب دو رود', city: 'lyon' },
  lakeshore: { en: 'Lakeshore West Heart Institute', fa: 'مؤسسهٔ قلب لیک‌شور', city: 'toronto' },
  qurum: { en: 'Qurum Bay Heart Centre', fa: 'مرکز قلب خلیج قرم', city: 'muscat' },
  kazimierz: { en: 'Kazimierz Heart Centre', fa: 'مرکز قلب کازیمیرز', city: 'krakow' },
  nordbalk: { en: 'Nordbalk Devices', fa: 'شرکت نوردبالک', city: 'gothenburg' },
} as const satisfies Record<string, Institution>;
export type InstitutionKey = keyof typeof institutions;
