// The Cornerstone codecs ship no types; imaging/src/codecs.ts narrows what it uses.
declare module '@cornerstonejs/codec-*' { const factory: (options?: Record<string, unknown>) => Promise<any>; export default factory; }
