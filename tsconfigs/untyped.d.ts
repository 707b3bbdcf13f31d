// The Cornerstone codecs ship no types; imaging/src/codecs.ts narrows what it uses.
declare module '@cornerstonejs/codec-*' { const factory: (options?: Record<string, unknown>) => Promise<any>; export default factory; }
// A mail server for tests, which ships no types either.
declare module 'smtp-server' {
  export class SMTPServer {
    constructor(options: { authOptional?: boolean; disabledCommands?: string[]; onData?: (stream: NodeJS.ReadableStream, session: unknown, done: (error?: Error) => void) => void });
    readonly server: import('node:net').Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
  }
}
// The decoder that ours is measured beside, whose types its package does not name.
declare module 'jpeg-lossless-decoder-js' { export class Decoder { decode(buffer: ArrayBuffer, offset: number, length: number): ArrayBuffer | Uint8Array<ArrayBuffer>; } }
// The half of PDF.js that reads; imported for what it does to `globalThis`.
declare module 'pdfjs-dist/build/pdf.worker.mjs';
declare module 'dcmjs';
// The reader of citation files; src/features/candidates uses its chain of parsers alone, and reads what comes out with care.
declare module '@citation-js/core' { export const plugins: { input: { chain(text: string, options: object): unknown[] } }; }
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
