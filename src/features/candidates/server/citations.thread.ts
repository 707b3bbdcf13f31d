// Reads one file of publications, in a thread of its own: what is written to break a reader breaks the thread, which its starter ends by the clock.
// The library is told the form of the text. Left to guess, it would take an address for a wish to fetch it.

import { parentPort, workerData } from 'node:worker_threads';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const forms = { bibtex: '@bibtex/text', ris: '@ris/file' } as const;
const { form, chunks } = workerData as { form: keyof typeof forms; chunks: string[] };
parentPort?.postMessage(chunks.map((chunk) => {
  try {
    return plugins.input.chain(chunk, { forceType: forms[form], generateGraph: false })[0] ?? null;
  } catch {
    return null;
  }
}));
