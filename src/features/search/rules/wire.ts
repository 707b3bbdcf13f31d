// What crosses the border of search, and its limits.

export const LIMITS = {
  /** Letters of a question that are taken from the screen; a longer one is refused with a sentence. */
  typed: 400,
  /** Letters and different words that are read of a question at the command line. */
  read: 20_000,
  words: 60,
  /** Things on a page: of each kind beside the others, of one kind alone, and cases like one. */
  foundOfEach: 6,
  found: 30,
  similar: 5,
} as const;
