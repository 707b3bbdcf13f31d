// One file of contacts, by its content and not by its name. Its reader is loaded when it is needed.

import { CONTACT_LIMITS } from '../../rules/contacts.ts';
import type { Separator } from './read-csv.ts';
import type { Read } from './read-vcard.ts';

export type FileRead = { readonly kind: 'vcard' | 'csv'; readonly text: string; readonly separator?: Separator; readonly read: Read };
export type Trouble = 'too-large' | 'not-contacts';

/** UTF-8, or what older programs wrote: UTF-16 with its mark, else Windows Arabic, which holds Latin letters too. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
};

export const readTable = async (text: string, separator: Separator): Promise<Read> => (await import('./read-csv.ts')).readCsv(text, separator);

export const readFile = async (file: Blob): Promise<FileRead | Trouble> => {
  if (file.size > CONTACT_LIMITS.fileBytes) return 'too-large';
  const text = textOf(new Uint8Array(await file.arrayBuffer()));
  if (/BEGIN:VCARD/i.test(text.slice(0, 100_000))) {
    const read = (await import('./read-vcard.ts')).readVcard(text);
    return read.contacts.length === 0 ? 'not-contacts' : { kind: 'vcard', text: '', read };
  }
  if (text.slice(0, 4000).includes('\0')) return 'not-contacts';
  const { likelySeparator, readCsv } = await import('./read-csv.ts');
  const separator = likelySeparator(text);
  const read = readCsv(text, separator);
  return !text.includes(separator) && read.contacts.every(({ emails }) => emails.length === 0) ? 'not-contacts' : { kind: 'csv', text, separator, read };
};
