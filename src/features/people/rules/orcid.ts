// ORCID iD: 16 signs, the last a check sign by ISO 7064 mod 11-2 (support.orcid.org, "Structure of the ORCID Identifier").

import { latinDigits } from '#kernel/digits.ts';

const checkSign = (digits: string): string => {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
};

/** `0000-0002-1825-0097` from what was typed or pasted (digits of any script, an address); null when it is none. */
export const orcidFrom = (typed: string): string | null => {
  const signs = latinDigits(typed).toUpperCase().replace(/^HTTPS?:\/\/(WWW\.)?ORCID\.ORG\//, '').replace(/[\s-]/g, '');
  if (!/^\d{15}[\dX]$/.test(signs)) return null;
  if (checkSign(signs.slice(0, 15)) !== signs[15]) return null;
  return (signs.match(/.{4}/g) ?? []).join('-');
};
