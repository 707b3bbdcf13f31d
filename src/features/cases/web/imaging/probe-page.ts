import { imagingClient } from 'imaging/browser/client';
import { assetUrl } from '#web/trusted.ts';
import workerUrl from './imaging.worker.ts?worker&url';

// A page for tests alone: hands the worker's client to the test that drives the browser.
const worker = new Worker(assetUrl(workerUrl), { type: 'module' });
const client = imagingClient(worker);
const results = new Map<string, Blob>();

const options = (seed: number) => ({ key: new Uint8Array(32).fill(seed), caseSalt: new Uint8Array(16).fill(seed + 1) });

const probe = {
  client,
  /** Cleans a served file up to the strip. */
  async clean(name: string) {
    const file = await (await fetch(`/file/${name}`)).blob();
    const started = performance.now();
    const review = await client.clean(name, file, options(7));
    return { review, ms: performance.now() - started, strip: review.ok ? review.value.strip.map(({ kind, frame, image }) => ({ kind, frame, bytes: image.size, type: image.type })) : [] };
  },
  async finish(name: string, masks: Parameters<typeof client.finish>[1]) {
    const started = performance.now();
    const result = await client.finish(name, masks);
    if (!result.ok) return { refusal: result };
    const { t0, t1, t2, sidecar, certificate } = result.value;
    results.set('t0', t0.blob).set('t2', t2);
    if (t1.state === 'made') results.set('t1', t1.blob);
    return { t0: { ...t0, bytes: t0.blob.size, type: t0.blob.type }, t1, t1Bytes: t1.state === 'made' ? t1.blob.size : 0, t2Bytes: t2.size, t2Type: t2.type, sidecar, certificate, ms: performance.now() - started };
  },
  async bytesOf(tier: string): Promise<number[]> {
    return Array.from(new Uint8Array((await results.get(tier)?.arrayBuffer()) ?? new ArrayBuffer(0)));
  },
};

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
