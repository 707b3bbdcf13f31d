import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Result, ok, refuse, tooLarge } from '../result.ts';
import { contextOf } from './pictures.ts';

/** Reports of an ECG or an echo have one to four pages; a book is no finding. */
const MOST_PAGES = 12;
/** The longer side of a page: a photo's (browser/photo.ts), so that nothing is scaled twice. */
const LONGEST_SIDE = 2560;
const MOST_IMAGE_PIXELS = 100_000_000;

/** Fonts that a document may name without bringing them, and decoders of scans; each comes over the network when a page needs it. */
const ADDRESSES: Readonly<Record<string, () => Promise<string>>> = import.meta.glob<string>(
  ['/node_modules/pdfjs-dist/standard_fonts/*.{ttf,pfb}', '/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm'],
  { query: '?url', import: 'default' },
);

const FOLDERS: Readonly<Record<string, string>> = { standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' };

/** What PDF.js asks for: a file of its own package by kind and name, never an address out of the document. */
class OwnFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = ADDRESSES[`/node_modules/pdfjs-dist/${FOLDERS[kind]}/${filename}`];
    if (address === undefined) throw new Error(`no ${kind} ${filename}`);
    return new Uint8Array(await (await fetch(await address())).arrayBuffer());
  }
}

type Drawing = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null };

/** PDF.js draws on a document's canvases; a worker has canvases without a document. */
class WorkerCanvases {
  create(width: number, height: number): Drawing {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: contextOf(canvas) };
  }
  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }
  destroy(drawing: Drawing): void {
    drawing.canvas = drawing.context = null;
  }
}

/** Filters are SVG elements of a document; without them a few transparency masks are drawn plain. */
class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addKnockoutFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy(): void {}
}

const opened = async (data: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> => {
  // The half of PDF.js that usually is a worker of its own finds itself in this one.
  await import('pdfjs-dist/build/pdf.worker.mjs');
  const { getDocument } = await import('pdfjs-dist');
  return getDocument({
    data, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, enableXfa: false, maxImageSize: MOST_IMAGE_PIXELS, verbosity: 0,
    standardFontDataUrl: 'own/', wasmUrl: 'own/', BinaryDataFactory: OwnFiles, CanvasFactory: WorkerCanvases, FilterFactory: NoFilters, disableWorkerRendering: true,
  }).promise;
};

const pageBlob = async (document: PDFDocumentProxy, number: number): Promise<Blob> => {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONGEST_SIDE / Math.max(width, height) });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = contextOf(canvas) as unknown as CanvasRenderingContext2D;
  // Notes and form fields beside the page are no part of the finding.
  await page.render({ canvas: null, canvasContext: context, viewport, background: '#fff', annotationMode: 0 }).promise;
  page.cleanup();
  return canvas.convertToBlob({ type: 'image/png' });
};

/**
 * The pages of a PDF, each painted as a picture: texts, names in its metadata, scripts, attachments and forms stay behind; only what a page shows
 * is left, for a person to look at as at any photo. Scripts of a document are never run, and nothing is fetched that it names.
 */
export async function pdfPages(data: Uint8Array<ArrayBuffer>, tick: (done: number, total: number) => void): Promise<Result<Blob[]>> {
  let document: PDFDocumentProxy;
  try {
    document = await opened(data);
  } catch (fault) {
    return refuse(fault instanceof Error && fault.name === 'PasswordException' ? 'document-locked' : 'document-broken');
  }
  try {
    const { numPages } = document;
    if (numPages > MOST_PAGES) return tooLarge('document-too-long', { pages: numPages, limit: MOST_PAGES });
    const pages: Blob[] = [];
    for (let number = 1; number <= numPages; number++) {
      tick(number - 1, numPages);
      pages.push(await pageBlob(document, number));
    }
    return ok(pages);
  } catch {
    return refuse('document-broken');
  } finally {
    void document.loadingTask.destroy();
  }
}
