import { random, stageSeed } from './random.ts';

/** A made-up person and place, for headers that the cleaning must empty. Nobody in it exists. */
export type FakeIdentity = {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyNameFa: string;
  readonly givenNameFa: string;
  readonly patientId: string;
  readonly nationalId: string;
  /** YYYYMMDD */
  readonly birthDate: string;
  readonly studyDate: string;
  /** HHMMSS */
  readonly studyTime: string;
  readonly institution: string;
  readonly institutionFa: string;
  readonly operator: string;
  readonly referrer: string;
  readonly accession: string;
  readonly phone: string;
  readonly serial: string;
  /** Roots of the UIDs, decimal. */
  readonly uidRoot: string;
};

const FAMILY = [['Karimi', 'کریمی'], ['Moradi', 'مرادی'], ['Bahrami', 'بهرامی'], ['Sohrabi', 'سهرابی'], ['Ansari', 'انصاری'], ['Yeganeh', 'یگانه'], ['Kazemi', 'کاظمی'], ['Roshan', 'روشن']] as const;
const MEN = [['Reza', 'رضا'], ['Hamid', 'حمید'], ['Kamran', 'کامران'], ['Behrouz', 'بهروز']] as const;
const WOMEN = [['Fatemeh', 'فاطمه'], ['Shirin', 'شیرین'], ['Mahnaz', 'مهناز'], ['Parvaneh', 'پروانه']] as const;
const PLACES = [['Imaginary Heart Centre, Ahvaz', 'مرکز قلب خیالی اهواز'], ['Nowhere Teaching Hospital', 'بیمارستان آموزشی ناکجا'], ['Fictional Clinic of Karun', 'کلینیک ساختگی کارون']] as const;

/** The same seed gives the same person. `studyDate` may be given so that a world's dates agree. */
export function fakeIdentity(seed: number, sex: 'male' | 'female', age: number, studyDate = '20240517'): FakeIdentity {
  const r = random(seed, 'identity');
  const pick = <T>(list: readonly T[]): T => list[Math.floor(r.next() * list.length)] as T;
  const digits = (n: number): string => Array.from({ length: n }, () => Math.floor(r.next() * 10)).join('');
  const [familyName, familyNameFa] = pick(FAMILY);
  const [givenName, givenNameFa] = sex === 'male' ? pick(MEN) : pick(WOMEN);
  const [institution, institutionFa] = pick(PLACES);
  const two = (n: number): string => String(n).padStart(2, '0');
  const born = Number(studyDate.slice(0, 4)) - age;
  return {
    familyName, givenName, familyNameFa, givenNameFa, institution, institutionFa,
    patientId: `MRN-${digits(7)}`,
    nationalId: digits(10),
    birthDate: `${born}${two(1 + Math.floor(r.next() * 12))}${two(1 + Math.floor(r.next() * 28))}`,
    studyDate,
    studyTime: `${two(8 + Math.floor(r.next() * 9))}${two(Math.floor(r.next() * 60))}${two(Math.floor(r.next() * 60))}`,
    operator: `${pick(FAMILY)[0]}^${pick(MEN)[0]}^^Dr`,
    referrer: `${pick(FAMILY)[0]}^${pick(WOMEN)[0]}^^Dr`,
    accession: `ACC${digits(8)}`,
    phone: `+98 000 ${digits(7)}`,
    serial: `SN-${digits(6)}`,
    uidRoot: `2.25.${1 + stageSeed(seed, 'uid')}${stageSeed(seed, 'uid tail')}`,
  };
}
