import { hash } from 'node:crypto';
import { hmacSha256 } from '../hash.ts';
import { latin1Bytes } from '../bytes.ts';
import type { Certificate } from '../clean/certificate.ts';
import { type MaskedRun, maskedFrames } from '../clean/frame/masked.ts';
import { frameAt } from '../clean/frame/of-sidecar.ts';
import { type Rebuilt, type RebuildOptions, rebuild } from '../clean/rebuild.ts';
import type { Sidecar } from '../clean/sidecar.ts';
import { verify } from '../clean/verify.ts';
import { readDicom } from '../dicom/read.ts';
import { TAG } from '../dicom/tags.ts';
import { codeOf } from '../dicom/values.ts';
import type { Proposal } from '../pixels/box.ts';
import { allProposals } from '../pixels/burned-in/all-proposals.ts';
import { proposeMasks } from '../pixels/burned-in/propose.ts';
import type { Codecs } from '../pixels/codecs.ts';
import { FRAME_LIMITS, type Frame } from '../pixels/format.ts';
import { formatOf, paletteOf } from '../pixels/format-of.ts';
import { lumaMaker } from '../pixels/luma.ts';
import { evenly, type Plane } from '../pixels/plane.ts';
import { ok, type Result, tooLarge } from '../result.ts';
import { type Made, refused, reported } from './cleaned.ts';

export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Grey pictures of one run may take this much. */
const HELD_BYTES = 1024 * 1024 * 1024;
/** Frames that set the grey scale of the search. */
const SAMPLES = 15;

/** Files of one person share a shift of days and their identifiers; those of another person share neither. */
const keyFor = (secret: Uint8Array, bytes: Uint8Array): Uint8Array => {
  const read = readDicom(bytes);
  const person = read.ok ? `${codeOf(read.value.set, TAG.patientId)}\n${codeOf(read.value.set, TAG.patientBirthDate)}` : '';
  return hmacSha256(secret, latin1Bytes(`person\0${person}`));
};

const lumaOf = async (run: MaskedRun, codecs: Codecs): Promise<Result<Plane[]>> => {
  const { frames, rows, columns, bitsStored } = run.sidecar;
  if (frames > FRAME_LIMITS.frames || rows * columns * frames > HELD_BYTES) return tooLarge('dicom-too-large', { limit: HELD_BYTES });
  const sample: Frame[] = [];
  for (const index of bitsStored > 8 ? evenly(frames, SAMPLES) : []) {
    const frame = await frameAt(run.clean, run.sidecar, run.format, index, codecs);
    if (!frame.ok) return frame;
    sample.push(frame.value);
  }
  const grey = lumaMaker(sample);
  const planes: Plane[] = [];
  for (let index = 0; index < frames; index++) {
    const frame = await frameAt(run.clean, run.sidecar, run.format, index, codecs);
    if (!frame.ok) return frame;
    planes.push(grey(frame.value));
  }
  return ok(planes);
};

const proposalsFor = (sidecar: Sidecar, planes: readonly Plane[]): Proposal[] => allProposals(sidecar, proposeMasks(planes).proposals);

/**
 * What holds a run back. Only angiograms may go without a look, and only when nothing was found in their pixels. With the
 * proposals accepted all may go, except a file that says it holds writing of which none was found.
 */
const reviewReason = (sidecar: Sidecar, proposals: number, accepted: boolean): string | null => {
  if (proposals === 0 && sidecar.burnedIn === 'YES') return 'review-text-declared';
  if (accepted) return null;
  if (sidecar.modality !== 'XA' || sidecar.capture) return 'review-kind';
  return proposals > 0 ? 'review-text-found' : null;
};

const madeFrom = (certificate: Certificate, rest: Pick<Made, 'outcome' | 'reason' | 'masks' | 'bytes'>): Made => {
  const removed = Object.values(certificate.removed).reduce((sum, count) => sum + count, 0);
  const after = rest.bytes === null ? null : certificate.sha256After;
  return { ...rest, removed, removedByKind: certificate.removed, kept: certificate.kept.length, sha256: { before: certificate.sha256Before, after }, extension: 'dcm' };
};

export type CleaningOptions = {
  /** 32 random bytes; never written anywhere. */
  readonly secret: Uint8Array;
  readonly acceptProposals: boolean;
};

/**
 * Cleans one DICOM file: header from the allow-list, frames searched for writing, masks burnt in when they are accepted.
 * No person has looked, so the file does not say that its pixels are free of writing. What is handed back was verified.
 */
export async function cleanDicom(source: Uint8Array, { secret, acceptProposals }: CleaningOptions, codecs: Codecs): Promise<Made> {
  const options: RebuildOptions = { key: keyFor(secret, source), caseSalt: secret, sha256: sha256Of };
  const first = rebuild(source, options);
  if (!first.ok) return refused(first.code, sha256Of(source));
  const run = runOf(first.value);
  const planes = await lumaOf(run, codecs);
  if (!planes.ok) return refused(planes.code, first.value.certificate.sha256Before);
  const proposals = proposalsFor(run.sidecar, planes.value);
  const masks = proposals.map(reported);
  const reason = reviewReason(run.sidecar, proposals.length, acceptProposals);
  if (reason !== null) return madeFrom(first.value.certificate, { outcome: 'needs-review', reason, masks, bytes: null });
  const done = proposals.length === 0 ? first : await masked(source, options, run, proposals, codecs);
  const checked = done.ok ? verify(done.value.bytes) : done;
  if (!done.ok || !checked.ok) return refused(checked.ok ? 'cleaning-failed' : checked.code, first.value.certificate.sha256Before);
  return madeFrom(done.value.certificate, { outcome: 'clean', reason: null, masks, bytes: done.value.bytes });
}

const runOf = ({ bytes, sidecar }: Rebuilt): MaskedRun => {
  const read = readDicom(bytes);
  return { clean: bytes, sidecar, format: formatOf(sidecar, read.ok ? paletteOf(read.value.set) : null) };
};

async function masked(source: Uint8Array, options: RebuildOptions, run: MaskedRun, proposals: readonly Proposal[], codecs: Codecs): Promise<Result<Rebuilt>> {
  const masks = proposals.map(({ box, frames }) => ({ box, frames }));
  const frames = await maskedFrames(run, masks, codecs, { keepsPlain: true });
  return frames.ok ? rebuild(source, { ...options, masks, replaceFrames: frames.value }) : frames;
}
