/** ORCID by ISO 7064 mod 11-2, with or without hyphens, Latin digits. A right check digit proves the typing, not the person. */
export function isOrcid(text: string): boolean {
  if (!/^(\d{4}-\d{4}-\d{4}-\d{3}|\d{15})[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

/** US National Provider Identifier: ten digits, Luhn with the prefix 80840. Says nothing on a licence. */
export function isNpi(text: string): boolean {
  return /^\d{10}$/.test(text) && luhn(`80840${text}`);
}

/** UK General Medical Council number: seven digits, no checksum. */
export function isGmc(text: string): boolean {
  return /^\d{7}$/.test(text);
}

/** Luhn check (ISO/IEC 7812-1, annex B) over a string of digits. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
