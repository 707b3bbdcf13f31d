// ./hamdel bench language: folding, and names across scripts.

import type { Figure } from '../figure.ts';
import { luceneAgreement, speeds } from './folding.ts';
import { givenNames } from './given-names.ts';
import { persianDataThere } from './persian-data.ts';
import { placeNames } from './place-names.ts';
import { retrieval } from './retrieval.ts';

export const language = async (): Promise<Figure[]> => {
  if (persianDataThere()) return [...placeNames(), ...givenNames(), ...luceneAgreement(), ...retrieval(), ...speeds()];
  process.stderr.write('The Persian test data are not beside this checkout (../shared/data/persian): only speeds were measured.\n');
  return speeds();
};
