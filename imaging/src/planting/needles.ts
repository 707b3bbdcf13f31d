import type { Needle } from './scan.ts';

const GIVEN = ['SORAYA', 'BIJAN', 'MARYAM', 'HOSSEIN', 'KATARZYNA', 'ETIENNE', 'FATEMEH', 'WALEED'];
const FAMILY = ['KARIMZADEH', 'NOWROUZI', 'REZAEIAN', 'DABROWSKI', 'LEFEBVRE', 'ALKINDI', 'BAKHTIARI', 'MOUSAVIAN'];
const PERSIAN = ['مریم رضایی', 'حسین نوروزی', 'بیژن کریم زاده', 'فاطمه بختیاری'];

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
  readonly sown: readonly Needle[];
};

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
    persian: (place) => sow(`${pick(PERSIAN, random)} ${mark()}`, place),
    sown,
  };
};
