import { fold } from './fold.ts';

/**
 * Words that carry no meaning for a search, folded: particles, pronouns, auxiliary verbs with their compound-tense forms, and
 * the few English ones. A short list of our own; negations and units stay.
 */
const stopWords = new Set((
  'و در به از که این آن با برای را تا بر هم نیز یا اما ولی اگر پس چون چه چرا چگونه کدام کجا کی چیست کیست چند هر همه هیچ یک یکی خود '
  + 'من تو او ما شما آنها آنان ایشان وی ان اش ام ات مان تان شان ای ها های هایی می نمی همین همان چنین روی '
  + 'است هست نیست بود نبود بوده باشد باشند نباشد بودند هستند نیستند شد نشد شده شود شوند نشود شدن شدند میشود خواهد خواهند '
  + 'دارد دارند داشت داشته داشتند کرد کرده کردند کردن کند کنند میکند گردد گردید '
  + 'نام بعد قبل بین نظر مورد طبق توسط سپس درباره طور '
  + 'a an and are as at be been by do does for from had has have how in into is it its of on or that the their then there these '
  + 'they this to was were what when where which who why will with would'
).split(' ').map(fold));

const word = /\p{Script=Arabic}+|\d+(?:\.\d+)+|[a-z0-9]+|[\p{L}\p{N}]+?(?=\p{Script=Arabic}|[^\p{L}\p{N}]|$)/gu;

/** The words of a text, folded, in order, nothing left out: `CTOهای ۳٫۵` gives `cto`, `های`, `3.5`. */
export function words(text: string): string[] {
  return wordsOfFolded(fold(text));
}

/** The same for a text that is folded already. */
export function wordsOfFolded(folded: string): string[] {
  return folded.match(word) ?? [];
}

export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}
