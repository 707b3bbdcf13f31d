import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import type { ReasonView } from '../rules/present.ts';
import { reasonSentence } from './said.ts';

/** One reason why someone was asked; it leads to its evidence where there is some to see. */
export const ReasonOf = ({ of }: { of: ReasonView }) => {
  const sentence = <Say>{reasonSentence(useLocale(), of)}</Say>;
  return of.href === undefined ? sentence : <a href={of.href}>{sentence}</a>;
};
