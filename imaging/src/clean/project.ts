import type { DataElement, DataSet } from '../dicom/data-set.ts';
import { vrOf } from '../dicom/dictionary.ts';
import { type Element, type Item, NUMBER_SIZE, swapWords } from '../dicom/element.ts';
import { TAG, type Tag } from '../dicom/tags.ts';
import { binaryNumbers, codeTexts, decimal, numbersOf } from '../dicom/values.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Allowed, Rule } from './rule.ts';

export type Projection = {
  readonly pseudonym: Pseudonym;
  /** Pixel Representation: decides between US and SS where the standard leaves it open. */
  readonly signed: boolean;
  /** Tags that are on the list but whose value was not sane. */
  readonly dropped: Tag[];
};

// Attributes whose VR is "US or SS" (PS3.6).
const OPEN_SIGN: ReadonlySet<Tag> = new Set([
  0x00280106, 0x00280107, 0x00280120, 0x00280121, 0x00281101, 0x00281102, 0x00281103, 0x00283002,
]);

/** A Frame Increment Pointer may point at these (PS3.3 section C.7.6.6.1.1). */
const POINTERS: ReadonlySet<number> = new Set([TAG.frameTime, TAG.frameTimeVector, 0x00082130, 0x00181060, TAG.rWaveTimes]);

const TEXT_NUMBERS = new Set(['DS', 'IS']);

const vrFor = (element: DataElement, signed: boolean): string => {
  const vr = vrOf(element.tag) ?? 'UN';
  if (!OPEN_SIGN.has(element.tag)) return vr;
  return element.vr === 'US' || element.vr === 'SS' ? element.vr : signed ? 'SS' : 'US';
};

// At most 16 characters (PS3.5 section 6.2); a longer number keeps the digits that fit.
const decimalText = (text: string): string => {
  if (text.length <= 16) return text;
  for (let digits = 14; digits > 8; digits--) {
    const shorter = String(Number(Number(text).toPrecision(digits)));
    if (shorter.length <= 16) return shorter;
  }
  return Number(text).toExponential(8);
};

type Numbers = { readonly values: readonly number[]; readonly texts?: readonly string[] };

const numbersIn = (element: DataElement, vr: string): Numbers | undefined => {
  const source = NUMBER_SIZE[element.vr] !== undefined || TEXT_NUMBERS.has(element.vr) ? element.vr : vr;
  if (!TEXT_NUMBERS.has(source)) return { values: binaryNumbers(element, source) };
  const texts = codeTexts(element);
  const values = texts.map(decimal);
  return values.every((value) => value !== undefined) ? { values, texts } : undefined;
};

const rangeElement = (element: DataElement, rule: Rule & { kind: 'range' }, vr: string): Element | undefined => {
  const found = numbersIn(element, vr);
  if (found === undefined || found.values.length === 0 || found.values.length > rule.most) return undefined;
  const sane = found.values.every((value) => Number.isFinite(value) && value >= rule.low && value <= rule.high);
  if (!sane) return undefined;
  if (vr === 'DS') return { tag: element.tag, vr, value: (found.texts ?? found.values.map(String)).map(decimalText) };
  const whole = vr === 'FL' || vr === 'FD' || found.values.every(Number.isInteger);
  if (!whole) return undefined;
  return { tag: element.tag, vr, value: vr === 'IS' ? found.values.map(String) : found.values };
};

const termsElement = (element: DataElement, rule: Rule & { kind: 'terms' }, vr: string): Element | undefined => {
  const parts = codeTexts(element);
  if (parts.length === 0 || parts.length > rule.most) return undefined;
  const kept = parts.map((part) => (rule.terms.has(part) ? part : rule.otherwise));
  return kept.every((part) => part !== undefined) ? { tag: element.tag, vr, value: kept } : undefined;
};

const textElement = (element: DataElement, vr: string, replace: (text: string) => string | undefined): Element | undefined => {
  const parts = codeTexts(element);
  const value = parts.length === 1 ? replace(parts[0] as string) : undefined;
  return value === undefined ? undefined : { tag: element.tag, vr, value };
};

/** The table cut to the length its descriptor gives (PS3.3 section C.11.1.1.1); entries of 8 bits may be packed. */
const tableElement = (element: DataElement, set: DataSet, descriptor: Tag): Element | undefined => {
  const found = numbersOf(set, descriptor);
  if (found === undefined || found.length !== 3) return undefined;
  const entries = found[0] === 0 ? 65_536 : (found[0] as number) & 0xffff;
  const bits = found[2] as number;
  const { length } = element.value;
  const bytes = length >= entries * 2 ? entries * 2 : bits <= 8 && length >= entries ? entries : 0;
  if (bytes === 0) return undefined;
  const value = element.value.subarray(0, bytes);
  return { tag: element.tag, vr: 'OW', value: element.bigEndian ? swapWords(value, 2) : value };
};

const itemsElement = (element: DataElement, rule: Rule & { kind: 'items' }, with_: Projection): Element | undefined => {
  if (element.items === undefined || element.items.length === 0 || element.items.length > rule.most) return undefined;
  const value: Item[] = element.items.map((item) => projectSet(item, rule.inside, with_));
  return value.every((item) => item.length === 0) ? undefined : { tag: element.tag, vr: 'SQ', value };
};

const projectElement = (element: DataElement, rule: Rule, set: DataSet, with_: Projection): Element | undefined => {
  const vr = vrFor(element, with_.signed);
  switch (rule.kind) {
    case 'range': return rangeElement(element, rule, vr);
    case 'terms': return termsElement(element, rule, vr);
    case 'pattern': {
      const parts = codeTexts(element);
      return parts.length > 0 && parts.length <= rule.most && parts.every((part) => rule.pattern.test(part))
        ? { tag: element.tag, vr, value: parts } : undefined;
    }
    case 'known-uid': return textElement(element, vr, (text) => (rule.uids.has(text) ? text : undefined));
    case 'uid': return textElement(element, vr, with_.pseudonym.uid);
    case 'date': return textElement(element, vr, with_.pseudonym.date);
    case 'age': return textElement(element, vr, with_.pseudonym.age);
    case 'pointer': {
      const tags = binaryNumbers(element, 'AT');
      return tags.length > 0 && tags.length <= 4 && tags.every((one) => POINTERS.has(one)) ? { tag: element.tag, vr: 'AT', value: tags } : undefined;
    }
    case 'table': return tableElement(element, set, rule.descriptor);
    case 'items': return itemsElement(element, rule, with_);
  }
};

/** The part of a data set that may be kept, as new elements; nothing refers to text of the source. */
export const projectSet = (set: DataSet, allowed: Allowed, with_: Projection): Element[] => {
  const kept: Element[] = [];
  for (const [tag, element] of set) {
    const rule = allowed.get(tag);
    if (rule === undefined) continue;
    const projected = projectElement(element, rule, set, with_);
    if (projected !== undefined) kept.push(projected);
    else if (element.value.length > 0 || element.items !== undefined) with_.dropped.push(tag);
  }
  return kept;
};
