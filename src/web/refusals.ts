// From a refusal's code to its sentence. Each feature's sentences are fetched only when one of its codes is met.
import type { Locale } from '#kernel/locale.ts';
import type { Family, Ok, Params } from '#kernel/result.ts';
import * as say from '#words/web.ts';

/** A refusal or a fault as it reached this page. */
export type Refused = {
  readonly ok: false;
  readonly family: Family | 'fault';
  readonly code: string;
  readonly params: Params;
  readonly fields?: readonly string[] | undefined;
  /** The fault's name, to be told to the steward: "7F3K". */
  readonly fault?: string | undefined;
  /** The write waits on this device and goes by itself. */
  readonly waiting?: boolean | undefined;
};

/** `asOf`: the answer came from this device because the network is away. */
export type Answer<T> = (Ok<T> & { readonly asOf?: Date | undefined }) | Refused;

export const refusedAs = (family: Refused['family'], code: string, params: Params = {}): Refused => ({ ok: false, family, code, params });

type Sentence = (l: Locale, p?: Readonly<Record<string, unknown>>) => string;
type Sentences = Readonly<Record<string, Sentence>>;

const sources = new Map<string, () => Promise<{ byKey: Sentences }>>();
const known = new Map<string, Sentences>();

/** Entry names where each feature's sentences are: `{ cases: () => import('#words/cases.by-key.ts') }`. */
export const registerSentences = (of: Readonly<Record<string, () => Promise<{ byKey: Sentences }>>>): void => {
  for (const [feature, load] of Object.entries(of)) sources.set(feature, load);
};

/** Fetches the sentences a code needs, so that `sayRefusal` can answer at once. Away from the network the family's sentence serves. */
export const prepareSentence = async (code: string): Promise<void> => {
  const feature = code.split('.')[0] ?? '';
  const load = sources.get(feature);
  if (load === undefined || known.has(feature)) return;
  try {
    known.set(feature, (await load()).byKey);
  } catch {
    // The family's sentence is in the frame already.
  }
};

/** The sentence of a code, by its key with or without the feature's name before it. */
const sentenceFor = (code: string): Sentence | undefined => {
  const [feature = '', ...rest] = code.split('.');
  const own = known.get(feature);
  return own?.[code] ?? own?.[rest.join('.')];
};

/** What did not happen, what is safe, what to do now. */
export const sayRefusal = (l: Locale, refused: Refused): string => {
  if (refused.waiting) return say.familyOffline(l);
  return sentenceFor(refused.code)?.(l, refused.params) ?? families[refused.family](l);
};

const families: Record<Refused['family'], (l: Locale) => string> = {
  invalid: say.familyInvalid, forbidden: say.familyForbidden, 'not-found': say.familyNotFound, conflict: say.familyConflict,
  'too-many': say.familyTooMany, offline: say.familyOffline, fault: say.familyFault,
};
