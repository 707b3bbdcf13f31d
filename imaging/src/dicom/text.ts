import { latin1Text } from '../bytes.ts';
import type { DataSet } from './data-set.ts';
import { codeTexts } from './values.ts';
import { TAG } from './tags.ts';

/** Defined terms of Specific Character Set (PS3.3 section C.12.1.1.2) and the decoder for each; ISO 2022 terms share their plain twins. */
const DECODERS: Readonly<Record<string, string>> = {
  'ISO_IR 100': 'windows-1252', 'ISO_IR 101': 'iso-8859-2', 'ISO_IR 109': 'iso-8859-3', 'ISO_IR 110': 'iso-8859-4', 'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 127': 'iso-8859-6', 'ISO_IR 126': 'iso-8859-7', 'ISO_IR 138': 'iso-8859-8', 'ISO_IR 148': 'windows-1254', 'ISO_IR 166': 'windows-874',
  'ISO_IR 203': 'iso-8859-15', 'ISO_IR 13': 'shift_jis', 'ISO_IR 87': 'iso-2022-jp', 'ISO_IR 159': 'iso-2022-jp', 'ISO_IR 149': 'euc-kr',
  'ISO_IR 58': 'gb18030', 'ISO_IR 192': 'utf-8', GB18030: 'gb18030', GBK: 'gb18030',
};

const LATIN: readonly string[] = ['windows-1252'];

/** Decoders for a data set's text, the default one first. Unknown terms are read as Latin-1. */
export const charactersOf = (set: DataSet): readonly string[] => {
  const element = set.get(TAG.characterSet);
  const terms = element === undefined ? [] : codeTexts(element);
  const decoders = terms.map((term) => DECODERS[term.replace(/^ISO 2022 IR /, 'ISO_IR ')] ?? 'windows-1252');
  return decoders.length === 0 ? LATIN : decoders;
};

// ESC, intermediates, final: a change of code elements (ISO/IEC 2022); what it selects is told by the list of terms.
const ESCAPE = /\x1b[\x20-\x2f]+[\x30-\x7e]/g;

/**
 * Text of an element for a person to look at, before cleaning; it is never written anywhere. Broken bytes become U+FFFD.
 * With code extensions the last decoder of the list is taken for the whole value: good enough to recognise a name by.
 */
export const decodeText = (value: Uint8Array, characters: readonly string[]): string => {
  const hasEscapes = value.includes(0x1b);
  const label = (hasEscapes ? characters.at(-1) : characters[0]) ?? 'windows-1252';
  const bytes = hasEscapes && label !== 'iso-2022-jp' ? Uint8Array.from(latin1Text(value).replace(ESCAPE, ''), (letter) => letter.charCodeAt(0)) : value.slice();
  try {
    return new TextDecoder(label).decode(bytes).replace(/[\0 ]+$/, '');
  } catch {
    // A platform without this decoder: the letters are then wrong, the length is right.
    return latin1Text(bytes).replace(/[\0 ]+$/, '');
  }
};
