import type { DataElement, DataSet } from '../dicom/data-set.ts';
import { keywordOf } from '../dicom/dictionary.ts';
import { NUMBER_SIZE } from '../dicom/element.ts';
import { tagName } from '../dicom/tags.ts';
import { charactersOf, decodeText } from '../dicom/text.ts';
import { binaryNumbers } from '../dicom/values.ts';
import type { AttributeChange } from './protocol.ts';

/** Longest value shown; the table is for eyes, not for reading reports. */
const LONGEST = 80;
/** Most lines of the table; a file with more has private groups without end. */
const MOST = 400;

/** What stands in the source and in its clean copy, attribute by attribute, source order. Pixel data is left out. */
export function attributeChanges(before: DataSet, after: DataSet): AttributeChange[] {
  const changes: AttributeChange[] = [];
  const characters = charactersOf(before);
  for (const [tag, element] of before) {
    if (tag >= 0x7fe00000 || (tag & 0xffff) === 0 || changes.length === MOST) continue;
    const kept = after.get(tag);
    changes.push({
      tag: tagName(tag),
      keyword: keywordOf(tag) ?? '',
      before: shortValue(element, characters),
      after: kept ? shortValue(kept, charactersOf(after)) : null,
    });
  }
  return changes;
}

function shortValue(element: DataElement, characters: readonly string[]): string {
  if (element.items) return `[${element.items.length}]`;
  const { vr, value } = element;
  if (NUMBER_SIZE[vr] !== undefined) return cut(binaryNumbers({ ...element, value: value.subarray(0, 8 * LONGEST) }, vr).join('\\'));
  if (vr === 'OB' || vr === 'OW' || vr === 'UN' || vr === 'OF' || vr === 'OD') return `${value.length} B`;
  return cut(decodeText(value.subarray(0, 4 * LONGEST), characters).replace(/[\0 ]+$/, ''));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
