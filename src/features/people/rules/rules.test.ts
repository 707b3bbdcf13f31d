import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';
import { wantedFrom } from './find.ts';
import { nameKeysOf } from './name-keys.ts';
import { initialsEn, initialsFa, nameEn, nameFa } from './names.ts';
import { orcidFrom } from './orcid.ts';
import { weakness } from './password.ts';
import { may } from './policy.ts';
import { writtenIn } from './written-in.ts';
import { highestLayer, isVerified } from './verification.ts';

test('an ORCID is taken in any usual form and refused when one sign is off (ISO 7064 mod 11-2)', () => {
  expect(orcidFrom('0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
  expect(orcidFrom('https://orcid.org/0000000218250097')).toBe('0000-0002-1825-0097');
  expect(orcidFrom('۰۰۰۰-۰۰۰۲-۱۸۲۵-۰۰۹۷')).toBe('0000-0002-1825-0097');
  expect(orcidFrom('0000-0001-5109-3700')).toBe('0000-0001-5109-3700');
  expect(orcidFrom('0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
  for (const wrong of ['0000-0002-1825-0098', '0000-0002-1852-0097', '0000-0002-1825', 'abc', '']) expect(orcidFrom(wrong), wrong).toBeNull();
});

test('a password is long, not among those tried first, and not one’s own address', () => {
  expect(weakness('short')).toBe('passwordShort');
  for (const common of ['password123', 'Password1234!', 'qwertyuiop12', '1234567890', 'aaaaaaaaaaaa', 'hamdel1403', 'tehran12345', '۱۲۳۴۵۶۷۸۹۰', 'cardiology2024']) expect(weakness(common), common).toBe('passwordCommon');
  expect(weakness('n.kaviani1403', ['n.kaviani@example.org'])).toBe('passwordPersonal');
  for (const fine of ['four wires and a balloon', 'سیم چهارم در ساعت هفت', 'Xk4!pqz-Lw9t', 'correct horse battery']) expect(weakness(fine, ['n.kaviani@example.org']), fine).toBeNull();
});

test('names stand in both scripts, each for the other where one is missing', () => {
  const both = { givenEn: 'Niloufar', familyEn: 'Kaviani', givenFa: 'نیلوفر', familyFa: 'کاویانی' };
  expect([nameEn(both), nameFa(both), initialsEn(both), initialsFa(both)]).toEqual(['Niloufar Kaviani', 'نیلوفر کاویانی', 'NK', 'نک']);
  const latin = { ...both, givenFa: '', familyFa: '' };
  expect([nameFa(latin), initialsFa(latin)]).toEqual(['Niloufar Kaviani', 'NK']);
  expect(nameKeysOf(both).split(' ').length).toBeGreaterThan(1);
});

test('two vouches verify, one alone does not, and a checked document or register does', () => {
  expect(highestLayer([])).toBe('declared');
  expect(isVerified(['vouched'])).toBe(false);
  expect(highestLayer(['vouched', 'vouched'])).toBe('vouched');
  expect(highestLayer(['document', 'vouched'])).toBe('document');
  expect(highestLayer(['document', 'register'])).toBe('register');
});

test('the unverified see themselves alone and vouch for nobody', () => {
  const newcomer = { id: 'n', verified: false, steward: false };
  const doctor = { id: 'd', verified: true, steward: false };
  expect(may(newcomer, 'see', newcomer)).toBe(true);
  expect(may(newcomer, 'see', doctor)).toBe(false);
  expect(may(newcomer, 'vouch', doctor)).toBe(false);
  expect(may(doctor, 'see', newcomer)).toBe(true);
  expect(may(doctor, 'vouch', newcomer)).toBe(true);
  expect(may(doctor, 'vouch', doctor)).toBe(false);
});

test('a field is found by its abbreviation or its Persian name, with all that lies below it', () => {
  expect(wantedFrom('CTO', undefined).byField?.concepts).toEqual(expect.arrayContaining(['cor.cto', 'cor.cto.retro']));
  expect(wantedFrom('روتابلیشن', undefined).byField?.concepts).toContain('cor.calc.ra');
  expect(wantedFrom('', 'cor.cto').byField?.concepts).toContain('cor.cto.ante');
  expect(wantedFrom('Zieliński', undefined).byField).toBeNull();
});

test('a device is named by browser and system, not by its whole user agent', () => {
  expect(deviceOf('Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36')).toBe('Chrome, Android');
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604')).toBe('Safari, iPhone');
  expect(deviceOf(undefined)).toBe('');
});

test('the language of a line is told by its letters, not by its first word', () => {
  expect(writtenIn('CTO پس از یک تلاش ناموفق، و بیمار با EF=35%')).toBe('fa');
  expect(writtenIn('Left main and bifurcations (تنهٔ اصلی)')).toBe('en');
  expect(writtenIn('35%', 'fa')).toBe('fa');
});
