import { paint } from 'imaging/browser/paint';
import type { PaintAnswer, PaintRequest } from 'imaging/browser/paint-protocol';

// Paints documents and curves apart from the page and from the cleaning: a document that hangs is ended with this worker.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (answer: PaintAnswer): void => scope.postMessage(answer);
scope.addEventListener('message', (event: MessageEvent<PaintRequest>) => {
  // PDF.js speaks to itself over this port as well.
  if (!(event.data.file instanceof Blob)) return;
  void paint(event.data, (done, total) => post({ kind: 'progress', done, total })).then(
    (made) => post(made.ok ? { kind: 'painted', painted: made.value } : { kind: 'refused', code: made.code, params: made.params }),
    () => post({ kind: 'refused', code: 'document-broken', params: {} }),
  );
});
