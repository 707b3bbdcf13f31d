import { modalityOf } from '../clean/allow/list.ts';
import { isCapture, MODALITIES, type Modality } from '../clean/allow/kinds.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { imageShapeOf } from '../dicom/image.ts';
import { readDicom } from '../dicom/read.ts';
import { TAG } from '../dicom/tags.ts';
import { codeOf, numberOf } from '../dicom/values.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isPaper } from './paper.ts';
import { type DroppedFile, type Heed, type LooseFile, openedFiles, type Place, type Rejection, type Source } from './unpack.ts';

/** A file of the drop by its place, and where its bytes are to be read again. */
export type Found = { readonly place: Place; readonly source: Source; readonly bytes: number };

/** One run of pictures: a multi-frame file, or the single pictures of one series in their order. */
export type IntakeRun = {
  readonly modality: Modality;
  /** A copy of a screen or photograph: text is likely in its pixels. */
  readonly capture: boolean;
  readonly frames: number;
  readonly rows: number;
  readonly columns: number;
  readonly primaryAngle: number | null;
  readonly secondaryAngle: number | null;
  readonly files: readonly Found[];
};

export type Intake = {
  readonly runs: readonly IntakeRun[];
  readonly photos: readonly Found[];
  /** Curves, documents and films, to be painted as pictures. */
  readonly papers: readonly Found[];
  readonly rejected: readonly Rejection[];
  /** How many people the headers speak of; more than one is a reason to stop and look. */
  readonly patients: number;
};

/** What sorting needs of a DICOM file; its bytes are let go. */
type Picture = {
  readonly found: Found;
  readonly run: Omit<IntakeRun, 'files'>;
  readonly instance: string;
  readonly series: string;
  readonly patient: string;
  /** Series, acquisition, instance, time: what orders runs as they were made. Stays in here. */
  readonly order: readonly [number, number, number, string];
};

const LAST = Number.MAX_SAFE_INTEGER;

const orderOf = (set: DataSet): Picture['order'] => [
  numberOf(set, TAG.seriesNumber) ?? LAST, numberOf(set, TAG.acquisitionNumber) ?? LAST, numberOf(set, TAG.instanceNumber) ?? LAST,
  codeOf(set, 0x00080022) + codeOf(set, 0x00080032) || codeOf(set, 0x00080023) + codeOf(set, 0x00080033),
];

const foundOf = ({ place, source, bytes }: LooseFile): Found => ({ place, source, bytes: source.deflated ? bytes.length : source.to - source.from });

const pictureOf = (file: LooseFile, among: readonly Modality[]): Result<Picture> | 'paper' => {
  const read = readDicom(file.bytes);
  if (!read.ok) return read;
  const { set, pixel } = read.value;
  if (set.has(TAG.directorySequence)) return refuse('dicom-directory');
  if (isPaper(set)) return 'paper';
  const modality = modalityOf(set, among);
  if (!modality.ok) return modality;
  if (pixel === undefined) return refuse('dicom-no-pixels');
  const shape = imageShapeOf(set);
  if (!shape.ok) return shape;
  return ok({
    found: foundOf(file),
    run: {
      modality: modality.value, capture: isCapture(codeOf(set, TAG.sopClass)),
      frames: shape.value.frames, rows: shape.value.rows, columns: shape.value.columns,
      primaryAngle: numberOf(set, TAG.primaryAngle) ?? null, secondaryAngle: numberOf(set, TAG.secondaryAngle) ?? null,
    },
    instance: codeOf(set, TAG.sopInstance), series: codeOf(set, TAG.seriesUid),
    patient: `${codeOf(set, TAG.patientId)}\n${codeOf(set, TAG.patientBirthDate)}`,
    order: orderOf(set),
  });
};

const compare = (a: Picture, b: Picture): number => {
  for (const i of [0, 1, 2] as const) if (a.order[i] !== b.order[i]) return a.order[i] - b.order[i];
  if (a.order[3] !== b.order[3]) return a.order[3] < b.order[3] ? -1 : 1;
  return a.found.place.entry - b.found.place.entry || (a.found.place.inner ?? 0) - (b.found.place.inner ?? 0);
};

/** Single pictures belong together when series, size and kind agree; a run of many frames stands alone. */
const groupKey = (picture: Picture, index: number): string => {
  const { run, series } = picture;
  return run.frames > 1 || series === '' ? `alone ${index}` : `${series} ${run.rows}×${run.columns} ${run.modality} ${run.capture}`;
};

const runsOf = (pictures: readonly Picture[]): IntakeRun[] => {
  const groups = new Map<string, Picture[]>();
  for (const [index, picture] of [...pictures].sort(compare).entries()) {
    const key = groupKey(picture, index);
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  return [...groups.values()].map((group) => ({
    ...(group[0] as Picture).run,
    frames: group.reduce((sum, one) => sum + one.run.frames, 0),
    files: group.map(({ found }) => found),
  }));
};

/**
 * Sorts what was dropped (files, the files of a folder, archives of a CD) into runs, photos and rejections with a reason each, holding
 * one file at a time. DICOM is told by its bytes, with or without preamble. Names of files are looked at and not passed on: places stand for them.
 * The sources are not yet clean.
 */
export const expand = async (dropped: readonly DroppedFile[], heed: Heed = () => {}, modalityAllowed: readonly Modality[] = MODALITIES): Promise<Intake> => {
  const pictures: Picture[] = [];
  const photos: Found[] = [];
  const papers: Found[] = [];
  const rejected: Rejection[] = [];
  const seen = new Set<string>();
  for await (const file of openedFiles(dropped, heed)) {
    if ('refusal' in file) rejected.push(file);
    else if (file.kind === 'photo') photos.push(foundOf(file));
    else if (file.kind === 'paper' || file.kind === 'film') papers.push(foundOf(file));
    else {
      const picture = pictureOf(file, modalityAllowed);
      if (picture === 'paper') papers.push(foundOf(file));
      else if (!picture.ok) rejected.push({ place: file.place, refusal: picture });
      else if (picture.value.instance !== '' && seen.has(picture.value.instance)) rejected.push({ place: file.place, refusal: refuse('intake-duplicate') });
      else {
        seen.add(picture.value.instance);
        pictures.push(picture.value);
      }
    }
  }
  return { runs: runsOf(pictures), photos, papers, rejected, patients: new Set(pictures.map((one) => one.patient)).size };
};
