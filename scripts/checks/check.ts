/** One check of the repository at `root`: a list of problems as sentences, empty when all is well. */
export type Check = (root: string) => Promise<readonly string[]>;
