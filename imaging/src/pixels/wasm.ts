/** The few platform names used here, in Node and in a worker alike. */
type Platform = {
  atob(text: string): string;
  readonly WebAssembly: { readonly Module: new (bytes: Uint8Array) => object; readonly Instance: new (module: object) => { readonly exports: unknown } };
};

export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
/** Bytes a page of memory. */
export const PAGE = 65_536;

/** Starts a kernel kept as base64; null where a policy refuses WASM or the engine lacks what it uses. */
export function startWasm<Exports>(kernel: string): Exports | null {
  try {
    const { atob, WebAssembly } = globalThis as unknown as Platform;
    const bytes = Uint8Array.from(atob(kernel), (character) => character.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
  } catch {
    return null;
  }
}
