import { nameKeys } from 'language';
import type { Named } from './names.ts';

/** Under these a person is found, in either script and however spelled; kept beside the names. */
export const nameKeysOf = (p: Named): string =>
  [...new Set([...nameKeys(`${p.givenEn} ${p.familyEn}`), ...nameKeys(`${p.givenFa} ${p.familyFa}`)])].join(' ');
