// Text of mixed direction on a page. Isolate characters in a string become elements here, so that copied text carries no invisible marks.
import { type ComponentChildren, createElement, type JSX } from 'preact';
import { directionOf } from '#kernel/locale.ts';
import { isolateRuns } from '#kernel/text.ts';

// A run up to this length stays on one line; a longer one may break.
const SHORT = 18;
const pieces = /\u2066([^\u2066-\u2069]*)\u2069|[\u2067\u2068]([^\u2066-\u2069]*)\u2069/g;

/** A sentence from the words: its isolates (U+2066 … U+2069) become <bdi>. Plain text passes as it is. */
export const Say = ({ children }: { children: string }): JSX.Element => <>{isolated(children)}</>;

/** The same as children of any element, without a component around. */
export const isolated = (sentence: string): ComponentChildren => {
  if (!/[\u2066-\u2068]/.test(sentence)) return sentence;
  const out: ComponentChildren[] = [];
  let done = 0;
  for (const found of sentence.matchAll(pieces)) {
    if (found.index > done) out.push(sentence.slice(done, found.index));
    out.push(found[1] === undefined ? <bdi>{found[2]}</bdi> : <X>{found[1]}</X>);
    done = found.index + found[0].length;
  }
  if (done < sentence.length) out.push(sentence.slice(done));
  return out;
};

/** A clinical run: always left to right, Latin digits as they are. */
export const X = ({ children }: { children: string | number }) => (
  <bdi class={String(children).length <= SHORT ? 'x nb' : 'x'}>{children}</bdi>
);

// A run never crosses a line end.
const byLine = (text: string, lang: string): string => text.split('\n').map((line) => isolateRuns(line, lang)).join('\n');

type Block = 'p' | 'div' | 'span' | 'h1' | 'h2' | 'h3' | 'h4' | 'blockquote' | 'dd' | 'li' | 'b';

/** What a person wrote, in its own language and direction whatever the page's; clinical runs isolated, line ends kept. */
export const UserText = ({ text, lang, as = 'p', class: cls = 'said' }: {
  text: string;
  /** Language of the text: its direction comes from here, never from its first letter. */
  lang: string;
  as?: Block;
  class?: string;
}) => createElement(as, { class: cls, lang, dir: directionOf(lang) }, isolated(byLine(text, lang)));

/** The same inside a sentence or a link of the page's own language. */
export const UserRun = ({ text, lang }: { text: string; lang: string }) => (
  <bdi lang={lang} dir={directionOf(lang)}>{isolated(byLine(text, lang))}</bdi>
);
