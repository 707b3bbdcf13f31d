import { describe, expect, test } from 'vitest';
import { plantedDicom } from '../planting/planter.ts';
import { readDicom } from '../dicom/read.ts';
import { rebuild } from '../clean/rebuild.ts';
import { attributeChanges } from './changes.ts';
import { encodeCine } from './cine.ts';
import { i420Of } from './i420.ts';
import { eraseTimes } from './mp4-times.ts';
import { withoutRemarks } from './nal-units.ts';

const unit = (kind: number, length: number): number[] => [0, 0, 0, length, kind, ...new Array<number>(length - 1).fill(kind)];

describe('coded pictures', () => {
  test('lose their remarks and nothing else', () => {
    const picture = Uint8Array.of(...unit(0x67, 5), ...unit(0x06, 9), ...unit(0x65, 40));
    expect(Array.from(withoutRemarks(picture))).toEqual([...unit(0x67, 5), ...unit(0x65, 40)]);
    const plain = Uint8Array.of(...unit(0x41, 12));
    expect(withoutRemarks(plain)).toBe(plain);
  });
});

describe('the clock of an MP4', () => {
  test('is set to nothing in all three places, in old and new boxes', () => {
    const timed = (kind: string, version: number): number[] => {
      const body = [version, 0, 0, 0, ...new Array<number>(version === 1 ? 16 : 8).fill(0xab), ...new Array<number>(12).fill(7)];
      return [0, 0, 0, body.length + 8, ...[...kind].map((c) => c.charCodeAt(0)), ...body];
    };
    const holder = (kind: string, inside: number[]): number[] => [0, 0, 0, inside.length + 8, ...[...kind].map((c) => c.charCodeAt(0)), ...inside];
    const bytes = Uint8Array.from(holder('moov', [...timed('mvhd', 0), ...holder('trak', [...timed('tkhd', 1), ...holder('mdia', timed('mdhd', 0))])]));
    expect(eraseTimes(bytes)).toBe(3);
    expect(bytes.includes(0xab)).toBe(false);
    expect(bytes.filter((byte) => byte === 7)).toHaveLength(36);
  });
});

describe('I420', () => {
  test('carries grey values untouched and makes odd sides even', () => {
    const { data, width, height } = i420Of({ data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), width: 3, height: 3, channels: 1 });
    expect([width, height]).toEqual([4, 4]);
    expect(Array.from(data.subarray(0, 16))).toEqual([1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 7, 8, 9, 9]);
    expect(Array.from(data.subarray(16))).toEqual(new Array(8).fill(128));
  });

  test('turns red into the full-range BT.709 values', () => {
    const { data } = i420Of({ data: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0), width: 2, height: 2, channels: 3 });
    expect(Array.from(data)).toEqual([54, 54, 54, 54, 99, 255]);
  });
});

test('the table of changes names what went, with its value, and what stayed', () => {
  const planted = plantedDicom({ seed: 1, transferSyntax: '1.2.840.10008.1.2.1', modality: 'XA' });
  const rebuilt = rebuild(planted.bytes, { key: new Uint8Array(32).fill(3), caseSalt: new Uint8Array(16) });
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  const [before, after] = [readDicom(planted.bytes), readDicom(rebuilt.value.bytes)];
  if (!before.ok || !after.ok) throw new Error('unreadable');
  const changes = attributeChanges(before.value.set, after.value.set);
  const name = changes.find(({ keyword }) => keyword === 'PatientName');
  expect(name?.before.length).toBeGreaterThan(2);
  expect(name?.after).not.toBe(name?.before);
  expect(changes.find(({ keyword }) => keyword === 'Rows')).toMatchObject({ tag: '00280010' });
  expect(changes.some(({ after: kept }) => kept === null)).toBe(true);
  expect(changes.some(({ tag }) => tag.startsWith('7FE0'))).toBe(false);
});

describe('a preview cine', () => {
  const frame = { data: new Uint8Array(16), width: 4, height: 4, channels: 1 as const };

  test('is honestly missing for a still, and where the browser cannot encode', async () => {
    expect(await encodeCine({ frames: [frame], timesMs: [0] }, () => {})).toEqual({ state: 'unavailable', reason: 'single-frame' });
    // Node has no VideoEncoder, like an old browser.
    expect(await encodeCine({ frames: [frame, frame], timesMs: [0, 33] }, () => {})).toEqual({ state: 'unavailable', reason: 'no-encoder' });
  });
});
