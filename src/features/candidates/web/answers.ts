// Answers of the API that only this feature's pages read.
import type { Sheet } from '../rules/sheet.ts';
import type { Work } from '../rules/wire.ts';

/** `paper`: the node can make the PDF itself. */
export type Sheets = { readonly en: Sheet; readonly fa: Sheet; readonly paper: boolean };
export type WorksAnswer = { readonly works: readonly Omit<Work, 'id'>[]; readonly unread: readonly number[]; readonly left: number };
