// Names in two scripts. Nothing is transliterated or guessed: what is missing in one script is shown in the other.

export type Named = { readonly givenEn: string; readonly familyEn: string; readonly givenFa: string; readonly familyFa: string };

const joined = (given: string, family: string): string => [given, family].map((part) => part.trim()).filter(Boolean).join(' ');

export const nameEn = (p: Named): string => joined(p.givenEn, p.familyEn) || joined(p.givenFa, p.familyFa);
export const nameFa = (p: Named): string => joined(p.givenFa, p.familyFa) || joined(p.givenEn, p.familyEn);

/** Two letters for the round face beside a name. */
const initials = (name: string): string => {
  const parts = name.split(/[\s\u200c-]+/).filter(Boolean);
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return [first, last].map((part) => [...part][0] ?? '').join('').toUpperCase();
};
export const initialsEn = (p: Named): string => initials(nameEn(p));
export const initialsFa = (p: Named): string => initials(nameFa(p));
