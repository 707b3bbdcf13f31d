// From a refusal's code to its sentence. The family's sentence is always here; a feature's own is asked of the node when its code is met,
// so that no page loads the words of every feature.
import type { Both, Locale } from '#kernel/locale.ts';
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

type Asked = Pick<Refused, 'code' | 'params'>;

const known = new Map<string, Both>();
const keyOf = ({ code, params }: Asked): string => `${code} ${JSON.stringify(params)}`;

let source = async ({ code, params }: Asked): Promise<Both | undefined> => {
  const response = await fetch('/say', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, params }) });
  return response.ok ? ((await response.json()) as Both) : undefined;
};

/** On the server: where sentences are at hand. */
export const sentencesFrom = (at: typeof source): void => { source = at; };

export const knownSentence = (of: Asked, sentence: Both): void => void known.set(keyOf(of), sentence);

/** Makes the sentence ready, so that `sayRefusal` can answer at once. Call it for refusals that the page itself made; those of the API are ready. */
export const prepareSentence = async (of: Asked): Promise<Both | undefined> => {
  const found = known.get(keyOf(of));
  if (found !== undefined || own(of.code) !== undefined) return found;
  const sentence = await source(of).catch(() => undefined);
  if (sentence !== undefined && known.size < 500) knownSentence(of, sentence);
  return sentence;
};

/** What did not happen, what is safe, what to do now. */
export const sayRefusal = (l: Locale, refused: Refused): string =>
  refused.waiting ? say.familyOffline(l) : known.get(keyOf(refused))?.[l] ?? own(refused.code)?.(l) ?? families[refused.family](l);

const families: Record<Refused['family'], (l: Locale) => string> = {
  invalid: say.familyInvalid, forbidden: say.familyForbidden, 'not-found': say.familyNotFound, conflict: say.familyConflict,
  'too-many': say.familyTooMany, offline: say.familyOffline, fault: say.familyFault,
};

// The frame's own: met when the node is least able to answer.
const own = (code: string): ((l: Locale) => string) | undefined => (Object.hasOwn(owns, code) ? owns[code] : undefined);
const owns: Record<string, (l: Locale) => string> = { 'web.signInFirst': say.signInFirst, 'web.busy': say.busy, 'web.databaseAway': say.databaseAway };
