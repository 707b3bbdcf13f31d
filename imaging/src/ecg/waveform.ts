import { viewOf } from '../bytes.ts';
import type { DataElement, DataSet } from '../dicom/data-set.ts';
import { binaryNumbers, codeOf, numberOf } from '../dicom/values.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';

/** One lead: its name out of the closed list below, and its voltages in millivolts. */
export type Lead = { readonly name: string; readonly millivolts: Float32Array };
export type Ecg = { readonly hertz: number; readonly leads: readonly Lead[] };

const ECG_LIMITS = { leads: 24, samples: 1_000_000, hertz: 20_000 } as const;

/** PS3.4 annex B.5: 12-lead, general and ambulatory ECG, and the 32-bit general one. */
const ECG_CLASSES = new Set(['9.1.1', '9.1.2', '9.1.3', '9.1.4'].map((end) => `1.2.840.10008.5.1.4.1.1.${end}`));
export const isEcg = (set: DataSet): boolean => ECG_CLASSES.has(codeOf(set, 0x00080016));

/** Lead numbers of ISO/IEEE 11073-10101 (MDC "2:n") and SCP-ECG ("5.6.3-9-n"), which agree (PS3.16 context group 3001). */
const LEAD_NAMES: Readonly<Record<number, string>> = {
  1: 'I', 2: 'II', 3: 'V1', 4: 'V2', 5: 'V3', 6: 'V4', 7: 'V5', 8: 'V6', 9: 'V7', 10: 'V2R', 11: 'V3R', 12: 'V4R', 13: 'V5R', 14: 'V6R', 15: 'V7R',
  61: 'III', 62: 'aVR', 63: 'aVL', 64: 'aVF', 66: 'V8', 67: 'V9',
};
const BY_MEANING = new Map(Object.values(LEAD_NAMES).map((name) => [name.toUpperCase(), name]));

/** A name is never the file's own text: it is looked up, or counted. */
const nameOf = (channel: DataSet, index: number): string => {
  const source = channel.get(0x003a0208)?.items?.[0] ?? new Map();
  const number = /(?:^2:|-)(\d{1,2})$/.exec(codeOf(source, 0x00080100))?.[1];
  const meaning = codeOf(source, 0x00080104).replace(/^lead\s+/i, '').replace(/\s.*$/, '').toUpperCase();
  return (number === undefined ? undefined : LEAD_NAMES[Number(number)]) ?? BY_MEANING.get(meaning) ?? `${index + 1}`;
};

const PER_MILLIVOLT: Readonly<Record<string, number>> = { uV: 0.001, mV: 1, V: 1000 };

type Scale = { readonly factor: number; readonly baseline: number };

/** Millivolts a step, undefined when the unit is none of volts (PS3.3 section C.10.9.1.4.3). */
const scaleOf = (channel: DataSet): Scale | undefined => {
  const unit = PER_MILLIVOLT[codeOf(channel.get(0x003a0211)?.items?.[0] ?? new Map(), 0x00080100)];
  const sensitivity = numberOf(channel, 0x003a0210);
  if (unit === undefined || sensitivity === undefined) return undefined;
  return { factor: unit * sensitivity * (numberOf(channel, 0x003a0212) ?? 1), baseline: numberOf(channel, 0x003a0213) ?? 0 };
};

type Words = { readonly read: (at: number) => number; readonly bytes: number };

const wordsOf = (data: DataElement, kind: string): Words | undefined => {
  const view = viewOf(data.value);
  const little = !data.bigEndian;
  if (kind === 'SS') return { bytes: 2, read: (at) => view.getInt16(at, little) };
  if (kind === 'US') return { bytes: 2, read: (at) => view.getUint16(at, little) };
  if (kind === 'SL') return { bytes: 4, read: (at) => view.getInt32(at, little) };
  return undefined;
};

const bad = (what: string) => refuse('ecg-broken', { what });

/**
 * The curves of an ECG object (PS3.3 section C.10.9): the first multiplex group that holds any. Everything else of the file (names, texts,
 * measurements, annotations) is not read. Refuses with `ecg-broken` what has no volts, no rate or fewer samples than it claims.
 */
export const ecgOf = (set: DataSet): Result<Ecg> => {
  const [group] = set.get(0x54000100)?.items ?? [];
  if (group === undefined) return bad('waveform');
  const [channels = 0] = [group.get(0x003a0200)?.items?.length];
  const samples = numberOf(group, 0x003a0010) ?? 0;
  const hertz = numberOf(group, 0x003a001a) ?? 0;
  const data = group.get(0x54001010);
  const words = data === undefined ? undefined : wordsOf(data, codeOf(group, 0x54001006));
  if (channels < 1 || samples < 1 || !(hertz > 0) || data === undefined || words === undefined) return bad('waveform');
  if (channels > ECG_LIMITS.leads || samples > ECG_LIMITS.samples || hertz > ECG_LIMITS.hertz) return tooLarge('ecg-broken', { what: 'size' });
  if (data.value.length < channels * samples * words.bytes) return bad('samples');
  return leadsOf(group, { words, channels, samples, hertz });
};

type Shape = { readonly words: Words; readonly channels: number; readonly samples: number; readonly hertz: number };

const leadsOf = (group: DataSet, { words, channels, samples, hertz }: Shape): Result<Ecg> => {
  const padding = paddingOf(group);
  const leads: Lead[] = [];
  for (const [index, channel] of (group.get(0x003a0200)?.items ?? []).entries()) {
    const scale = scaleOf(channel);
    if (scale === undefined) return bad('unit');
    const millivolts = Float32Array.from({ length: samples }, (_, i) => {
      const word = words.read((i * channels + index) * words.bytes);
      return word === padding ? Number.NaN : (word + scale.baseline) * scale.factor;
    });
    leads.push({ name: nameOf(channel, index), millivolts });
  }
  return ok({ hertz, leads });
};

/** The value that stands for "nothing was recorded here". */
const paddingOf = (group: DataSet): number | undefined => {
  const element = group.get(0x5400100a);
  return element === undefined ? undefined : binaryNumbers(element, 'SS')[0];
};
