import { TABLE } from './dictionary-table.ts';
import type { Tag } from './tags.ts';

type Entry = { readonly vr: string; readonly keyword: string };

const ENTRIES: ReadonlyMap<Tag, Entry> = new Map(
  TABLE.trim().split('\n').map((line) => {
    const [hex = '', vr = '', keyword = ''] = line.split(' ');
    return [Number.parseInt(hex, 16), { vr, keyword }];
  }),
);

/** The VR to assume in implicit encoding; undefined for what nobody here reads. */
export const vrOf = (tag: Tag): string | undefined => ENTRIES.get(tag)?.vr;

/** The standard's keyword, as `PatientName`. */
export const keywordOf = (tag: Tag): string | undefined => ENTRIES.get(tag)?.keyword;
