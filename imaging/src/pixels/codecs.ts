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

/** What HTJ2K can do beside: a prefix of a frame is a smaller picture. Level 1 is half the size, 2 a quarter, 3 an eighth. */
export type Htj2kDecoder = CodecDecoder & {
  readHeader(): void;
  calculateSizeAtDecompositionLevel(level: number): { readonly width: number; readonly height: number };
  decodeSubResolution(level: number): void;
};

/** Encoder in WASM memory; `getDecodedBuffer` is the place for the samples, a view that `encode` may move. */
export type Htj2kEncoder = {
  getDecodedBuffer(info: Required<CodecFrameInfo> & { readonly isUsingColorTransform: boolean }): Uint8Array;
  getEncodedBuffer(): Uint8Array;
  setQuality(lossless: boolean, step: number): void;
  /** 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL. */
  setProgressionOrder(order: number): void;
  setDecompositions(count: number): void;
  setTLMMarker(on: boolean): void;
  setTilePartDivisionsAtResolutions(on: boolean): void;
  encode(): void;
  delete(): void;
};

export type Htj2kModule = { newDecoder(): Htj2kDecoder; newEncoder(): Htj2kEncoder };

/** The four codecs, each started on first use; Node and the browser worker load them in their own ways. */
export type Codecs = {
  readonly jpeg8: () => Promise<CodecModule>;
  readonly charls: () => Promise<CodecModule>;
  readonly openjpeg: () => Promise<CodecModule>;
  readonly openjph: () => Promise<Htj2kModule>;
};

/** A codec's answer, copied out of WASM memory. Samples of more than 8 bits take two little-endian bytes. */
export type CodecOutput = CodecFrameInfo & { readonly bytes: Uint8Array<ArrayBuffer>; readonly byPlane: boolean };

/** A prefix of an HTJ2K frame as a smaller picture: 1 half the size, 2 a quarter, 3 an eighth. Null when it is broken or too short. */
export function runHtj2kPart(module: Htj2kModule, prefix: Uint8Array, level: number): CodecOutput | null {
  const decoder = module.newDecoder();
  try {
    decoder.getEncodedBuffer(prefix.length).set(prefix);
    decoder.readHeader();
    const { width, height } = decoder.calculateSizeAtDecompositionLevel(level);
    decoder.decodeSubResolution(level);
    const { bitsPerSample, componentCount, isSigned = false } = decoder.getFrameInfo();
    const bytes = decoder.getDecodedBuffer().slice() as Uint8Array<ArrayBuffer>;
    return { width, height, bitsPerSample, componentCount, isSigned, bytes, byPlane: false };
  } catch {
    return null;
  } finally {
    decoder.delete();
  }
}

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
