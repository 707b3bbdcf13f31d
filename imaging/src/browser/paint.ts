import { ecgPicture } from '../ecg/draw.ts';
import { ecgOf, isEcg } from '../ecg/waveform.ts';
import { isPdf } from '../intake/kind.ts';
import { pdfIn } from '../intake/paper.ts';
import { looksLikeDicom, readDicom } from '../dicom/read.ts';
import { type Result, ok, refuse } from '../result.ts';
import { pdfPages } from './pdf.ts';
import type { Painted, PaintRequest } from './paint-protocol.ts';
import { canvasOf } from './pictures.ts';

type Tick = (done: number, total: number) => void;

/** An ECG drawn from its curves, a document painted page by page. Refuses with `ecg-…`, `document-…` and reading codes. */
export async function paint({ file }: PaintRequest, tick: Tick): Promise<Result<Painted>> {
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
