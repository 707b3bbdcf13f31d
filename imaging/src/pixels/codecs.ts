/** What the codecs tell about the picture they read. */
export type CodecFrameInfo = {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned?: boolean;
};

/** A decoder object that lives in WASM memory; all buffers are views that the next call may move. */
export type CodecDecoder = {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  decode(): void;
  getFrameInfo(): CodecFrameInfo;
  /** JPEG-LS only: 0 by plane, 1 by line, 2 by sample. */
  getInterleaveMode?(): number;
  delete(): void;
};

/** Makes decoders of one started WASM module. */
export type CodecModule = { newDecoder(): CodecDecoder };

/** The four decoders, each started on first use; Node and the browser worker load them in their own ways. */
export type Codecs = {
  readonly jpeg8: () => Promise<CodecModule>;
  readonly charls: () => Promise<CodecModule>;
  readonly openjpeg: () => Promise<CodecModule>;
  readonly openjph: () => Promise<CodecModule>;
};

/** A codec's answer, copied out of WASM memory. Samples of more than 8 bits take two little-endian bytes. */
export type CodecOutput = CodecFrameInfo & { readonly bytes: Uint8Array<ArrayBuffer>; readonly byPlane: boolean };

/** Runs one frame through a codec; null when the codec throws, which is how it says that the stream is broken. */
export function runCodec(module: CodecModule, encoded: Uint8Array): CodecOutput | null {
  const decoder = module.newDecoder();
  try {
    decoder.getEncodedBuffer(encoded.length).set(encoded);
    decoder.decode();
    const { width, height, bitsPerSample, componentCount, isSigned = false } = decoder.getFrameInfo();
    const bytes = decoder.getDecodedBuffer().slice();
    const byPlane = componentCount > 1 && decoder.getInterleaveMode?.() === 0;
    return { width, height, bitsPerSample, componentCount, isSigned, bytes: bytes as Uint8Array<ArrayBuffer>, byPlane };
  } catch {
    return null;
  } finally {
    decoder.delete();
  }
}
