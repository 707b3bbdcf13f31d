/** Every limit of a case. Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { title: 200, question: 1200, text: 6000, note: 500, lesions: 12, topics: 8, runs: 60, marks: 200, stillBytes: 256 * 1024, cineBytes: 16 * 1024 * 1024, objectBytes: 512 * 1024 * 1024, sidecarChars: 200_000 } as const;
