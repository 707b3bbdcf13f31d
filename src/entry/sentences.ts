// The sentence of any refusal, on the server. The browser asks for the few it meets instead of loading every feature's words.
import type { Both, Locale } from '#kernel/locale.ts';
import type { Params } from '#kernel/result.ts';
import { imageSentence } from '#features/cases/rules/image-codes.ts';

type Sentence = (l: Locale, p?: Readonly<Record<string, unknown>>) => string;
type Source = { readonly byKey: Readonly<Record<string, Sentence>> };

const sources = import.meta.glob<Source>('../words-compiled/*.by-key.ts');

/** Both languages, or undefined for a code that no words folder has. A key stands in its feature's words with or without the feature's name before it. */
export const sentenceOf = async ({ code, params }: { readonly code: string; readonly params: Params }): Promise<Both | undefined> => {
  const [feature = '', ...rest] = code.split('.');
  if (!/^[a-z][a-z-]*$/.test(feature)) return undefined;
  // The imaging instrument has many codes and no words; cases says them in a few sentences.
  const [folder, keys] = feature === 'imaging' ? ['cases', [`images.code.${imageSentence(rest.join('.'))}`]] : [feature, [code, rest.join('.')]];
  const byKey = (await sources[`../words-compiled/${folder}.by-key.ts`]?.())?.byKey;
  const key = keys.find((one) => byKey !== undefined && Object.hasOwn(byKey, one));
  const sentence = key === undefined ? undefined : byKey?.[key];
  return sentence && { en: sentence('en', params), fa: sentence('fa', params) };
};
