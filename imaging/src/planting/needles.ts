import type { Needle } from './scan.ts';

const GIVEN = ['SORAYA', 'BIJAN', 'MARYAM', 'HOSSEIN', 'KATARZYNA', 'ETIENNE', 'FATEMEH', 'WALEED'];
const FAMILY = ['KARIMZADEH', 'NOWROUZI', 'REZAEIAN', 'DABROWSKI', 'LEFEBVRE', 'ALKINDI', 'BAKHTIARI', 'MOUSAVIAN'];
const PERSIAN = ['مریم رضایی', 'حسین نوروزی', 'بیژن کریم زاده', 'فاطمه بختیاری'];
const ARABIC = ['سارة العبيدي', 'حسن النعيمي', 'محمد الطائي'];

/** The same numbers for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export type Sower = {
  /** A name of nobody, unlike any other of this sower. */
  readonly name: (place: string) => string;
  /** Ten digits, as a national code or a hospital number. */
  readonly digits: (place: string) => string;
  readonly persian: (place: string) => string;
  /** A day between 1930 and 1999, as eight digits. */
  readonly date: (place: string) => string;
  /** A name in letters that ISO 8859-6 has. */
  readonly arabic: (place: string) => string;
  readonly sown: readonly Needle[];
};

const two = (value: number): string => String(value).padStart(2, '0');

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** Makes identifiers and remembers each with its place. All names are invented; digits follow no register's check. */
export const sowerFrom = (seed: number): Sower => {
  const random = randomFrom(seed);
  const sown: Needle[] = [];
  const sow = (text: string, place: string): string => {
    sown.push({ text, place });
    return text;
  };
  const mark = () => Math.floor(random() * 1e6).toString(36).toUpperCase().padStart(4, 'X');
  return {
    name: (place) => sow(`${pick(FAMILY, random)}${mark()} ${pick(GIVEN, random)}`, place),
    digits: (place) => sow(String(1e9 + Math.floor(random() * 8e9)), place),
    date: (place) => sow(`19${30 + Math.floor(random() * 70)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`, place),
    persian: (place) => sow(`${pick(PERSIAN, random)} ${mark()}`, place),
    arabic: (place) => sow(`${pick(ARABIC, random)} ${mark()}`, place),
    sown,
  };
};
