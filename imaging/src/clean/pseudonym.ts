import { hexOf, joinBytes, latin1Bytes } from '../bytes.ts';
import { hmacSha256 } from '../hash.ts';

/**
 * How identifying values are replaced. `uid` and `date` give undefined for what cannot stand in a clean file;
 * rebuilding replaces, verifying only accepts what rebuilding can have made.
 */
export type Pseudonym = {
  readonly uid: (text: string) => string | undefined;
  readonly date: (text: string) => string | undefined;
  readonly age: (text: string) => string | undefined;
};

const DAY_MS = 86_400_000;

/** Shifted dates end before any digital angiogram was made, so that a real date can be told from a shifted one. */
const FIRST_REAL_YEAR = 1975;
const LAST_REAL_YEAR = 2090;
const SHIFT_LEAST_DAYS = 45_000;
const SHIFT_SPREAD_DAYS = 27_000;

const parseDate = (text: string): number | undefined => {
  const found = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day && year >= 1700 ? time : undefined;
};

const dateText = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
const yearOf = (time: number): number => new Date(time).getUTCFullYear();

/** Five-year bands, everybody of ninety and more in one (PS3.15 annex E with the usual cap). */
export const bandOfYears = (years: number): string | undefined => {
  if (!Number.isFinite(years) || years < 0 || years > 150) return undefined;
  return `${String(Math.min(90, Math.floor(years / 5) * 5)).padStart(3, '0')}Y`;
};

const YEARS_PER: Readonly<Record<string, number>> = { Y: 1, M: 1 / 12, W: 1 / 52.18, D: 1 / 365.25 };

const ageBand = (text: string): string | undefined => {
  const found = /^(\d{1,3})([YMWD])$/.exec(text);
  return found === null ? undefined : bandOfYears(Number(found[1]) * (YEARS_PER[found[2] as string] as number));
};

/** Age at the study from two DICOM dates, in a band. */
export const bandBetween = (birth: string, study: string): string | undefined => {
  const [from, to] = [parseDate(birth), parseDate(study)];
  return from === undefined || to === undefined ? undefined : bandOfYears((to - from) / DAY_MS / 365.25);
};

// PS3.5 section B.2: 2.25 and a UUID as one decimal number; version 8 of RFC 9562 marks a UUID made by a rule of our own.
const uidFrom = (mac: Uint8Array): string => {
  const half = mac.slice(0, 16);
  half[6] = ((half[6] as number) & 0x0f) | 0x80;
  half[8] = ((half[8] as number) & 0x3f) | 0x80;
  return `2.25.${BigInt(`0x${hexOf(half)}`)}`;
};

const MADE_UID = /^2\.25\.[1-9]\d{30,38}$/;

/** True for identifiers that `pseudonymFor` can have made: version and variant bits are looked at. */
export const isMadeUid = (text: string): boolean => {
  if (!MADE_UID.test(text)) return false;
  const hex = BigInt(text.slice(5)).toString(16).padStart(32, '0');
  return hex.length === 32 && hex[12] === '8' && /[89ab]/.test(hex[16] as string);
};

/**
 * Same key and salt: same input, same output. Another salt (case): other UIDs. The day shift hangs on the key alone,
 * so that all studies of the person whose key it is keep their distances.
 */
export const pseudonymFor = (key: Uint8Array, salt: Uint8Array): Pseudonym => {
  const mac = (label: string, message: Uint8Array) => hmacSha256(key, joinBytes([latin1Bytes(`${label}\0`), message]));
  const shiftBytes = mac('days', new Uint8Array(0));
  const shift = SHIFT_LEAST_DAYS + (new DataView(shiftBytes.buffer).getUint32(0) % SHIFT_SPREAD_DAYS);
  const saltMac = mac('salt', salt);
  return {
    uid: (text) => (text === '' ? undefined : uidFrom(mac('uid', joinBytes([saltMac, latin1Bytes(text)])))),
    date: (text) => {
      const time = parseDate(text);
      if (time === undefined || yearOf(time) < FIRST_REAL_YEAR || yearOf(time) > LAST_REAL_YEAR) return undefined;
      return dateText(time - shift * DAY_MS);
    },
    age: ageBand,
  };
};

/** Accepts only what a rebuild can have written. */
export const ACCEPT_MADE: Pseudonym = {
  uid: (text) => (isMadeUid(text) ? text : undefined),
  date: (text) => {
    const time = parseDate(text);
    return time !== undefined && text.length === 8 && yearOf(time) < FIRST_REAL_YEAR ? text : undefined;
  },
  age: (text) => (ageBand(text) === text ? text : undefined),
};
