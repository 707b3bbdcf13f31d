// A run of a case as the player takes it. A full film is asked for through its own loader, and only once someone wants it.

import type { PlayerSource } from '#features/cases/web/player-door.ts';
import { decodeInWorker } from '#features/cases/web/player-door.ts';
import type { RunView } from '../../rules/present.ts';
import type { FramePlaces } from './film-pieces.ts';
import type { FullFilm } from './full-film.ts';

/** Frames a second when nothing was recorded: the usual rate of a coronary run. */
const USUAL_MS = 1000 / 15;

export const timesOf = ({ frames, frameTimesMs, frameMs }: RunView): readonly number[] =>
  frameTimesMs?.length === frames ? frameTimesMs : Array.from({ length: frames }, (_, i) => i * (frameMs ?? USUAL_MS));

/** What the sidecar does not say of a picture that never was DICOM: 8 bits of grey. */
const PLAIN = { bitsAllocated: 8, bitsStored: 8, samplesPerPixel: 1, photometric: 'MONOCHROME2', signed: false, planarConfiguration: 0, window: null, rescale: null, invert: false, offsets: [], transferSyntax: '' };

/** A picture that stands for itself: its full tier is a picture file and no DICOM. */
export const isPhoto = (run: RunView): boolean => run.t2?.mediaType.startsWith('image/') ?? false;

/** Where the frames of a run's full film lie, as its sidecar says; what it does not say is not there. */
export const placesOf = ({ sidecar }: RunView): FramePlaces => sidecar as FramePlaces;

/** @param full gives the loader of the run's full film, made when first asked for */
export const sourceOf = (run: RunView, full: () => FullFilm): PlayerSource => {
  const times = timesOf(run);
  const said = { ...PLAIN, ...run.sidecar, frames: times.length, frameTimesMs: times, rows: run.rows || 512, columns: run.columns || 512 };
  return {
    sidecar: said as unknown as PlayerSource['sidecar'],
    ...(run.t0 ? { t0: run.t0.url } : {}),
    ...(run.t1 ? { t1: run.t1.url } : {}),
    ...(run.t2 && !isPhoto(run) ? { t2: run.t2.url, decode: decodeInWorker, read: (offset, length, signal) => full().read(offset, length, signal) } : {}),
  };
};
