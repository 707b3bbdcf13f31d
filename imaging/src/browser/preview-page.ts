import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { picturesOfSequence } from '../photo/webp-sequence.ts';
import { encodeCine } from './cine.ts';
import type { CineCodec } from './cine-ladder.ts';
import { contextOf, type Picture8 } from './pictures.ts';

// A page for measuring alone: encodes served grey frames with the product's own code, decodes them again and compares.

type Ask = { readonly source: string; readonly reference: string; readonly size: number; readonly timesMs: readonly number[]; readonly ladder?: readonly CineCodec[] };
export type Measured = {
  readonly codec: string;
  readonly filtered: boolean;
  readonly bytes: number;
  readonly frames: number;
  /** Decibels, all pixels of all frames together. */
  readonly toReference: number;
  readonly toSource: number;
  /** Largest difference of a frame's time from the one that was asked for, ms. */
  readonly timesOff: number;
  readonly levelOff: number;
};

const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(`/file/${name}`)).arrayBuffer());

/** Planes of Y of a cine and the time of each in ms. */
async function* decoded(blob: Blob): AsyncGenerator<{ y: Uint8Array; ms: number }> {
  if (blob.type === 'image/webp') {
    for (const { webp, startMs } of picturesOfSequence(new Uint8Array(await blob.arrayBuffer())) ?? []) {
      const picture = await createImageBitmap(new Blob([webp], { type: 'image/webp' }));
      const context = contextOf(new OffscreenCanvas(picture.width, picture.height));
      context.drawImage(picture, 0, 0);
      yield { y: context.getImageData(0, 0, picture.width, picture.height).data.filter((_, i) => i % 4 === 0) as unknown as Uint8Array, ms: startMs };
    }
    return;
  }
  const input = new Input({ source: new BlobSource(blob), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('the cine holds no track');
  for await (const sample of new VideoSampleSink(track).samples()) {
    const buffer = new Uint8Array(sample.allocationSize());
    const [plane] = await sample.copyTo(buffer);
    const { codedWidth: width, codedHeight: height } = sample;
    const y = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) y.set(buffer.subarray((plane?.offset ?? 0) + row * (plane?.stride ?? width), (plane?.offset ?? 0) + row * (plane?.stride ?? width) + width), row * width);
    yield { y, ms: sample.timestamp * 1000 };
    sample.close();
  }
}

const decibels = (squares: number, count: number): number => 10 * Math.log10((255 * 255 * count) / Math.max(1e-9, squares));

async function measure({ source, reference, size, timesMs, ladder }: Ask): Promise<Measured> {
  const [given, truth] = [await read(source), await read(reference)];
  const area = size * size;
  const frames = timesMs.map((_, i): Picture8 => ({ data: given.subarray(i * area, (i + 1) * area), width: size, height: size, channels: 1 }));
  const cine = await encodeCine({ frames, timesMs }, () => {}, ladder);
  if (cine.state !== 'made') throw new Error(`no cine: ${cine.reason}`);
  let [toReference, toSource, level, count, timesOff] = [0, 0, 0, 0, 0];
  for await (const { y, ms } of decoded(cine.blob)) {
    const nearest = timesMs.reduce((best, at, i) => (Math.abs(at - ms) < Math.abs((timesMs[best] as number) - ms) ? i : best), 0);
    timesOff = Math.max(timesOff, Math.abs((timesMs[nearest] as number) - ms));
    for (let i = 0; i < area; i++) {
      const value = y[i] as number;
      toReference += (value - (truth[nearest * area + i] as number)) ** 2;
      toSource += (value - (given[nearest * area + i] as number)) ** 2;
      level += value - (given[nearest * area + i] as number);
    }
    count++;
  }
  return { codec: cine.codec, filtered: cine.filtered, bytes: cine.blob.size, frames: count, toReference: decibels(toReference, count * area), toSource: decibels(toSource, count * area), timesOff, levelOff: level / (count * area) };
}

/** `hideEncoder`: as in a browser that encodes no video. */
Object.assign(globalThis, { measurePreview: measure, hideEncoder: () => void Reflect.deleteProperty(globalThis, 'VideoEncoder') });
