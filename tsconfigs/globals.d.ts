// The few platform names that pure code may use: no clock, no randomness, no network.
declare class URL { constructor(url: string, base?: string); readonly pathname: string; readonly host: string; readonly protocol: string; }
declare class TextEncoder { encode(text: string): Uint8Array<ArrayBuffer>; }
declare class TextDecoder { constructor(label?: string, options?: { fatal?: boolean }); decode(bytes?: ArrayBufferView | ArrayBuffer): string; }
