// Mixed text while it is typed: `3.0×18 mm` in a Persian field would stand there as `mm 18×3.0`, and be "corrected" to a wrong stent.
// The marks that keep it live in the field alone; what is told on is without them.

import { isolateTyped, stripMarks } from '#kernel/text.ts';

export type Box = HTMLInputElement | HTMLTextAreaElement;

/** What the field shows: as it stands, if that says `value` already (somebody may be composing a word in it); else `value` with marks. */
export const shownIn = (box: Box | null, value: string, lang: string): string =>
  box !== null && stripMarks(box.value) === value ? box.value : isolateTyped(value, lang);

/** Where the sign after `n` signs of plain text begins in the marked one: behind the sign before it, so that the next key goes on in its run. */
export const placeIn = (marked: string, n: number): number => {
  let at = 0;
  for (let left = n; left > 0 && at < marked.length; at += 1) if (stripMarks(marked[at] ?? '') !== '') left -= 1;
  return at;
};

/** After a key: marks set anew, the cursor where it was; answers the plain text, at most `most` signs. `was` is the plain text before. */
export const retyped = (box: Box, event: InputEvent, was: string, lang: string, most = Number.POSITIVE_INFINITY): string => {
  const plain = stripMarks(box.value);
  if (event.isComposing) return plain;
  let at = stripMarks(box.value.slice(0, box.selectionStart ?? box.value.length)).length;
  let text = plain;
  // The key took a mark, which nobody sees: it means the sign beyond.
  if (plain === was && event.inputType === 'deleteContentBackward' && at > 0) {
    text = plain.slice(0, at - 1) + plain.slice(at);
    at -= 1;
  } else if (plain === was && event.inputType === 'deleteContentForward') text = plain.slice(0, at) + plain.slice(at + 1);
  text = text.slice(0, most);
  const marked = isolateTyped(text, lang);
  if (marked !== box.value) {
    box.value = marked;
    const caret = placeIn(marked, at);
    box.setSelectionRange(caret, caret);
  }
  return text;
};
