import { rebuild } from 'imaging';
import { plantedDicom } from 'imaging/planting/planter';
import { expect, test } from 'vitest';
import { verifyObject } from './verify.ts';

const film = (modality: 'XA' | 'US' | 'SC', reviewed: boolean): Uint8Array => {
  const made = rebuild(plantedDicom({ seed: 5, transferSyntax: '1.2.840.10008.1.2.1', modality }).bytes, { key: new Uint8Array(32).fill(2), caseSalt: new Uint8Array(8), reviewed });
  if (!made.ok) throw new Error(made.code);
  return made.value.bytes;
};

test.each(['XA', 'US', 'SC'] as const)('the node takes a %s film only after a person looked, whatever kind it is sent as', (modality) => {
  for (const kind of ['xa', 'us', 'still'] as const) {
    expect(verifyObject(kind, 't2', film(modality, false))).toMatchObject({ ok: false, code: 'cases.images.code.notConfirmed' });
    expect(verifyObject(kind, 't2', film(modality, true))).toMatchObject({ ok: true });
  }
});
