// Text of mixed direction on a page. Isolate characters in a string become elements here, so that copied text carries no invisible marks.
import { type ComponentChildren, createElement, type JSX } from 'preact';
import { directionOf } from '#kernel/locale.ts';
import { isolateRuns } from '#kernel/text.ts';

// A run up to this length stays on one line; a longer one may break.
const SHORT = 18;

/** A sentence from the words: its isolates (U+2066 … U+2069) become <bdi>. Plain text passes as it is. */
export const Say = ({ children }: { children: string }): JSX.Element => <>{isolated(children)}</>;

/** The same as children of any element, without a component around. */
export const isolated = (sentence: string): ComponentChildren => (/[\u2066-\u2069]/.test(sentence) ? isolates(sentence, 0).out : sentence);

/** From `at` to the sign that closes it, or the end; an isolate may hold others. */
const isolates = (text: string, at: number): { out: ComponentChildren[]; end: number } => {
  const out: ComponentChildren[] = [];
  let from = at;
  let i = at;
  for (; i < text.length && text[i] !== '\u2069'; i++) {
    const sign = text[i] ?? '';
    if (!/[\u2066-\u2068]/.test(sign)) continue;
    if (i > from) out.push(text.slice(from, i));
    const inner = isolates(text, i + 1);
    const only = inner.out.length === 1 ? inner.out[0] : undefined;
    out.push(sign === '\u2066' && typeof only === 'string' ? <X>{only}</X> : <bdi class={sign === '\u2066' ? 'x' : undefined}>{inner.out}</bdi>);
    i = inner.end;
    from = i + 1;
  }
  if (i > from) out.push(text.slice(from, i));
  return { out, end: i };
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
