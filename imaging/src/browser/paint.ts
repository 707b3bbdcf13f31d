import { ecgPicture } from '../ecg/draw.ts';
import { ecgOf, isEcg } from '../ecg/waveform.ts';
import { isFilm, isHeif, isPdf } from '../intake/kind.ts';
import { filmRun } from './film.ts';
import { pdfIn } from '../intake/paper.ts';
import { looksLikeDicom, readDicom } from '../dicom/read.ts';
import { type Result, ok, refuse } from '../result.ts';
import { pdfPages } from './pdf.ts';
import type { Painted, PaintRequest } from './paint-protocol.ts';
import { canvasOf, contextOf } from './pictures.ts';

type Tick = (done: number, total: number) => void;

/** An ECG drawn from its curves, a document painted page by page, a film as a run of pictures, a phone's HEIC where the browser opens it. Refuses with `ecg-…`, `document-…` and reading codes. */
export async function paint({ file }: PaintRequest, tick: Tick): Promise<Result<Painted>> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (isFilm(head)) {
    const run = await filmRun(file, tick);
    return run.ok ? ok({ from: 'film', pictures: [run.value] }) : run;
  }
  if (isHeif(head)) return heifPhoto(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPdf(bytes)) return pagesOf(bytes, tick);
  if (!looksLikeDicom(bytes)) return refuse('intake-document');
  const read = readDicom(bytes);
  if (!read.ok) return read;
  if (!isEcg(read.value.set)) {
    const pdf = pdfIn(read.value.set);
    return pdf === undefined ? refuse('document-broken') : pagesOf(pdf, tick);
  }
  const ecg = ecgOf(read.value.set);
  if (!ecg.ok) return ecg;
  return ok({ from: 'ecg', pictures: [await canvasOf(ecgPicture(ecg.value)).convertToBlob({ type: 'image/png' })] });
}

async function pagesOf(bytes: Uint8Array<ArrayBuffer>, tick: Tick): Promise<Result<Painted>> {
  const pages = await pdfPages(bytes, tick);
  return pages.ok ? ok({ from: 'page', pictures: pages.value }) : pages;
}

/** Safari opens the photos of iPhones; other browsers say that they cannot. */
async function heifPhoto(file: Blob): Promise<Result<Painted>> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap === undefined) return refuse('photo-heic');
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  contextOf(canvas).drawImage(bitmap, 0, 0);
  bitmap.close();
  return ok({ from: 'photo', pictures: [await canvas.convertToBlob({ type: 'image/png' })] });
}
