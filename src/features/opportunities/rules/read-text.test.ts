import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

const values = (text: string) => Object.fromEntries(readText(text).filter(({ key }) => key !== 'place').map(({ key, value }) => [key, value]));

const lyon = `CTO fellowship, one year, at the Deux-Rives Heart Institute in Lyon. Starting September 2027. Hands-on, first operator from month 3; 130 CTOs a year.
Stipend EUR 2,100 a month. Open to all nationalities, visa letter given, help with housing. Apply by 5 January 2027. English needed.
Licence: French temporary registration, the centre helps. Documents: CV and two letters.`;

test('an English announcement gives what it plainly says', () => {
  expect(values(lyon)).toEqual({
    type: 'fellowship', lengthMonths: 12, startsOn: '2027-09-01', deadline: '2027-01-05', handsOn: 'operator', volume: 130, volumeOf: 'CTO', amount: 2100, currency: 'EUR', per: 'month', paid: 'paid',
    passports: 'all', visa: 'letter', housing: 'help', languages: ['en'], licence: 'French temporary registration, the centre helps', documents: 'CV and two letters', topics: expect.arrayContaining(['cor.cto']),
  });
});

test('a Persian message in any keyboard gives the same, with days of the Persian calendar', () => {
  const said = values('فلوشیپ CTO به مدت یک سال در مرکز قلب تهران. شروع: ۱ مهر ۱۴۰۶. مهلت: ۱۵ دی ۱۴۰۵. سالانه ۱۳۰ CTO، دست‌به‌کار. ماهانه ۴۰ میلیون تومان. مسکن داده مي‌شود. مدارک: شرح حال علمی و دو نامه.');
  expect(said).toMatchObject({ type: 'fellowship', lengthMonths: 12, startsOn: '2027-09-23', deadline: '2027-01-05', volume: 130, volumeOf: 'CTO', handsOn: 'operator', amount: 400_000_000, currency: 'IRR', per: 'month', housing: 'given', documents: 'شرح حال علمی و دو نامه' });
});

test.each([
  ['Locum, 3 to 17 August 2027, Muscat. €450/day. Accommodation is provided. On-call: 1 in 3.', { type: 'locum', amount: 450, currency: 'EUR', per: 'day', housing: 'given', call: '1 in 3' }],
  ['Unpaid observership for six months', { type: 'fellowship', paid: 'unpaid', handsOn: 'observer', lengthMonths: 6 }],
  ['گرنت پژوهشی ۲۰ هزار یورو، مهلت ۱۴۰۶/۲/۱', { type: 'grant', amount: 20_000, currency: 'EUR', deadline: '2027-04-21' }],
  ['A proctor for retrograde CTO. Who pays: the host.', { type: 'proctorship', payer: 'the host' }],
])('%s', (text, wanted) => { expect(values(text)).toMatchObject(wanted); });

test('every taken thing names the very letters it was taken from', () => {
  for (const one of readText(lyon)) expect(one.from).toBeLessThan(one.to);
  const quote = (key: string) => { const one = readText(lyon).find((taken) => taken.key === key); return one && lyon.slice(one.from, one.to); };
  expect([quote('amount'), quote('deadline'), quote('volume'), quote('housing')]).toEqual(['EUR 2,100 a month', '5 January 2027', '130 CTOs a year', 'help with housing']);
  expect(readText(lyon).filter(({ key }) => key === 'place').map(({ value }) => value)).toEqual(expect.arrayContaining(['Lyon']));
  expect(readText('یک سال در مؤسسهٔ قلب دو رود. شروع مهر ۱۴۰۶').filter(({ key }) => key === 'place').map(({ value }) => value)).toEqual(['مؤسسهٔ قلب دو رود']);
});

test('what says nothing gives nothing, and no text makes it fail', () => {
  expect(values('Dear colleagues, I hope you are all well.')).toEqual({});
  for (const text of ['', '€', '1405/13/40', 'apply by 31 February 2027', ':'.repeat(4000), 'a year '.repeat(600), '۱۲'.repeat(2000), 'from '.repeat(900)]) {
    expect(values(text).deadline, text.slice(0, 20)).toBeUndefined();
  }
});
