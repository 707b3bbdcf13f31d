import { expect, test } from 'vitest';
import { fullFilm } from './full-films.ts';

test('a full film of the demo passes the cleaner and the verifier, frame for frame as long as its preview', () => {
  const { bytes, sidecar } = fullFilm('demo-cto-rca', 1);
  expect(sidecar).toMatchObject({ modality: 'XA', frames: 46, rows: 512, columns: 512, transferSyntax: '1.2.840.10008.1.2.4.70', burnedIn: 'NO' });
  expect(sidecar.offsets).toHaveLength(46);
  expect(bytes.byteLength).toBeGreaterThan(1_000_000);
});
