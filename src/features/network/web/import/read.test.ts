import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTACT_LIMITS, keysOf } from '../../rules/contacts.ts';
import { likelySeparator, readCsv } from './read-csv.ts';
import { readFile } from './read-file.ts';
import { readVcard } from './read-vcard.ts';
import { plainCard } from './vcard21.ts';

const lines = (...all: string[]) => all.join('\r\n');

test('a card of 2.1 with bare types, quoted-printable over two lines and a charset of its own', () => {
  const card = lines('BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=DA=A9=D8=A7=D8=B8=D9=85=DB=8C;=D9=86=DB=8C=D9=84=', '=D9=88=D9=81=D8=B1;;;',
    'TEL;CELL;VOICE:+989120000000', 'EMAIL;INTERNET;PREF:Nilufar@Hamdel.example', 'X-PHOTO;ENCODING=BASE64:AAAA', 'END:VCARD');
  expect(readVcard(card)).toEqual({ contacts: [{ name: 'نیلوفر کاظمی', emails: ['Nilufar@Hamdel.example'] }], skipped: 0, more: false });
  expect(readVcard(lines('BEGIN:VCARD', 'VERSION:2.1', 'FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Andr=E9 Morel', 'END:VCARD')).contacts).toEqual([{ name: 'André Morel', emails: [] }]);
});

test('cards of 3.0 and 4.0, folded and grouped; photos and notes never reach the parser', () => {
  const three = lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Claire', '  Morel', 'N:Morel;Claire;;;', 'item1.EMAIL;type=INTERNET:claire@hamdel.example', 'NOTE:a patient', `PHOTO;ENCODING=b:${'A'.repeat(50_000)}`, 'END:VCARD');
  const four = lines('BEGIN:VCARD', 'VERSION:4.0', 'FN:مارک نواک', 'EMAIL:marek@hamdel.example', 'END:VCARD');
  expect(readVcard(`${three}\r\n${four}`).contacts).toEqual([{ name: 'Claire Morel', emails: ['claire@hamdel.example'] }, { name: 'مارک نواک', emails: ['marek@hamdel.example'] }]);
  expect(plainCard(three)).not.toMatch(/NOTE|PHOTO|patient/);
});

test('a broken card is counted and left out; the others are read', () => {
  const good = lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Good One', 'END:VCARD');
  const { contacts, skipped } = readVcard([lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Cut'), good, lines('BEGIN:VCARD', 'VERSION:3.0', 'TEL:1', 'END:VCARD'), good, 'BEGIN:VCARD'].join('\r\n'));
  expect([contacts.length, skipped]).toEqual([2, 3]);
  expect(readVcard(`${good}\r\n`.repeat(CONTACT_LIMITS.contacts + 3))).toMatchObject({ more: true });
});

test('tables of Google, of Outlook and without a head', () => {
  expect(readCsv('First Name,Last Name,E-mail 1 - Value\r\nNilufar,Kazemi,a@x.example ::: b@x.example\r\n"Okafor, Jr","Daniel",', ',').contacts)
    .toEqual([{ name: 'Nilufar Kazemi', emails: ['a@x.example', 'b@x.example'] }, { name: 'Okafor, Jr Daniel', emails: [] }]);
  const persian = '\uFEFFنام;نام خانوادگی;ایمیل\nحسین;موسوی;h@x.example\n;;\n';
  expect(likelySeparator(persian)).toBe(';');
  expect(readCsv(persian, ';').contacts).toEqual([{ name: 'حسین موسوی', emails: ['h@x.example'] }]);
  expect(likelySeparator('Marek Nowak\tmarek@x.example')).toBe('\t');
  expect(readCsv('Marek Nowak\tmarek@x.example', '\t').contacts).toEqual([{ name: 'Marek Nowak', emails: ['marek@x.example'] }]);
});

test('whatever a file holds, it is read or refused and never a fault', async () => {
  const read = (text: string | Uint8Array<ArrayBuffer>) => readFile(new Blob([text]));
  expect(await read('')).toBe('not-contacts');
  expect(await read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]))).toBe('not-contacts');
  expect(await read('just some prose without any table')).toBe('not-contacts');
  expect(await readFile({ size: CONTACT_LIMITS.fileBytes + 1 } as Blob)).toBe('too-large');
  const hostile = ['=HYPERLINK("http://x")', '<script>alert(1)</script>', 'BEGIN:VCARD', 'END:VCARD', 'FN;;;:', 'N:;;;;;;;', 'EMAIL;ENCODING=QUOTED-PRINTABLE:=', '=ZZ', '"', ',', ';', '\t', '\r\n', '\\', 'a@b.example', '\u0000', 'نام'];
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...hostile), { maxLength: 40 }), async (parts) => {
    const found = await read(parts.join(''));
    if (typeof found === 'string') return;
    for (const { name, emails } of found.read.contacts) { expect(name.length).toBeLessThanOrEqual(200); expect(emails.length).toBeLessThanOrEqual(CONTACT_LIMITS.emails); }
  }), { numRuns: 300 });
  // Read to the end once: over and over it would take minutes, and the test its time-out.
  await read(`BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(200_000)}`);
  await read('BEGIN:VCARD\r\n'.repeat(100_000));
});

test('a name is compared however it is said and written, an address whatever its case', () => {
  const shared = (a: Parameters<typeof keysOf>[0], b: Parameters<typeof keysOf>[0]) => keysOf(a).some((key) => keysOf(b).includes(key));
  expect(shared({ name: 'Kazemi, Nilufar', emails: [] }, { name: 'نیلوفر کاظمی', emails: [] })).toBe(true);
  expect(shared({ name: 'Dr. Nilufar Kazemi', emails: [] }, { name: 'Nilufar Kazemi', emails: [] })).toBe(true);
  expect(shared({ name: '', emails: ['A@X.example '] }, { name: 'Somebody Else', emails: ['a@x.example'] })).toBe(true);
  expect(shared({ name: 'Nilufar', emails: [] }, { name: 'Nilufar Kazemi', emails: [] })).toBe(false);
  expect(keysOf({ name: '', emails: [] })).toEqual([]);
});
