import { imagingClient } from 'imaging/browser/client';
import type { Picture8 } from 'imaging/browser/pictures';
import { webpCine } from 'imaging/browser/webp-cine';
import type { Sidecar } from 'imaging/clean/sidecar';
import { formatOf } from 'imaging/pixels/format-of';
import { assetUrl } from '#web/trusted.ts';
import workerUrl from './imaging.worker.ts?worker&url';
import { createPlayer } from './player/player.ts';
import type { Player } from './player/player-state.ts';
import { bindControls } from './player/controls.ts';

// A page for tests alone: hands the worker's client to the test that drives the browser.
const worker = new Worker(assetUrl(workerUrl), { type: 'module' });
const client = imagingClient(worker);
const results = new Map<string, Blob>();
let player: Player | undefined;
let canvas: HTMLCanvasElement | undefined;
let t2Url = '';

const until = async (done: () => boolean, ms = 10_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!done() && performance.now() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!done()) throw new Error('waited in vain');
};

/** What is on the canvas: one value a pixel, or three. */
const samplesOnCanvas = (width: number, height: number, channels: 1 | 3): Uint8Array => {
  const copy = new OffscreenCanvas(width, height);
  const context = copy.getContext('2d');
  if (!context || !canvas) throw new Error('no canvas');
  context.drawImage(canvas, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return Uint8Array.from({ length: width * height * channels }, (_, at) => data[Math.floor(at / channels) * 4 + (at % channels)] as number);
};

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
  /** Opens a player on a canvas of the run's own size; how long until the first moving picture. */
  async open(sidecar: Sidecar, urls: { t0?: string; t1?: string; t2?: string }): Promise<number> {
    t2Url = urls.t2 ?? '';
    player?.dispose();
    canvas?.parentElement?.remove();
    const box = document.createElement('div');
    box.tabIndex = 0;
    box.id = 'pane';
    canvas = document.createElement('canvas');
    canvas.style.width = `${sidecar.columns}px`;
    canvas.style.height = `${sidecar.rows}px`;
    box.append(canvas);
    document.body.append(box);
    const started = performance.now();
    player = createPlayer(canvas, { sidecar, ...urls, decode: client.decode });
    bindControls(box, player);
    const own = player;
    await until(() => own.state().tier !== null && own.state().tier !== 't0' && !own.state().waiting);
    return performance.now() - started;
  },
  /** The preview of the open run as a browser makes it that encodes no video. */
  async sequence(sidecar: Sidecar): Promise<number> {
    const frames: Picture8[] = [];
    for (const { offset, length } of sidecar.offsets) {
      const bytes = new Uint8Array(await (await fetch(t2Url, { headers: { range: `bytes=${offset}-${offset + length - 1}` } })).arrayBuffer());
      const decoded = await client.decode(bytes, formatOf(sidecar, null));
      if (!decoded.ok) throw new Error(decoded.code);
      frames.push({ data: Uint8Array.from(decoded.value.data), width: sidecar.columns, height: sidecar.rows, channels: 1 });
    }
    const made = await webpCine({ frames, timesMs: sidecar.frameTimesMs }, () => {});
    if (made.state !== 'made') throw new Error(made.reason);
    results.set('sequence', made.blob);
    return made.blob.size;
  },
  /** As in a browser without WebCodecs. */
  hideDecoder(): void {
    Reflect.deleteProperty(globalThis, 'VideoDecoder');
  },
  state: () => player?.state(),
  call: (name: 'play' | 'pause' | 'invert' | 'reset'): void => player?.[name](),
  choose: (tier: 'auto' | 't1' | 't2'): void => player?.choose(tier),
  /** Shows a frame in a tier and compares it with the decoded one: PSNR in dB, and the largest difference. */
  async compare(sidecar: Sidecar, frame: number, tier: 't1' | 't2'): Promise<{ psnr: number; largest: number }> {
    if (!player) throw new Error('no player');
    const own = player;
    own.choose(tier);
    own.seek(frame);
    await until(() => own.state().tier === tier && !own.state().waiting && own.state().frame === frame);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { offset, length } = sidecar.offsets[frame] ?? { offset: 0, length: 0 };
    const bytes = new Uint8Array(await (await fetch(t2Url, { headers: { range: `bytes=${offset}-${offset + length - 1}` } })).arrayBuffer());
    const decoded = await client.decode(bytes, formatOf(sidecar, null));
    if (!decoded.ok) throw new Error(decoded.code);
    const seen = samplesOnCanvas(sidecar.columns, sidecar.rows, decoded.value.channels);
    let squares = 0;
    let largest = 0;
    for (let at = 0; at < seen.length; at++) {
      const difference = Math.abs((seen[at] as number) - (decoded.value.data[at] as number));
      squares += difference * difference;
      largest = Math.max(largest, difference);
    }
    return { psnr: 10 * Math.log10((255 * 255 * seen.length) / Math.max(1e-9, squares)), largest };
  },
  /** Loses the graphics context and gets it back; whether the picture is there again. */
  async loseContext(): Promise<boolean> {
    const gl = canvas?.getContext('webgl2');
    const extension = gl?.getExtension('WEBGL_lose_context');
    if (!canvas || !extension) throw new Error('no context to lose');
    const before = samplesOnCanvas(64, 64, 1);
    const restored = new Promise((resolve) => canvas?.addEventListener('webglcontextrestored', resolve, { once: true }));
    extension.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 50));
    extension.restoreContext();
    await restored;
    for (let n = 0; n < 4; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const after = samplesOnCanvas(64, 64, 1);
    return after.every((value, at) => Math.abs(value - (before[at] as number)) <= 1) && before.some((value) => value > 60);
  },
  /** What a tier holds, as base64. */
  async bytesOf(tier: string): Promise<string> {
    const blob = results.get(tier) ?? new Blob([]);
    const url = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result)));
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(',') + 1);
  },
};

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
