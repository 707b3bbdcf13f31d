// How many opinions a case wants before the node stops asking for it.

/** What of a case decides it: topics are ids of the taxonomy, `previousCabg` an answer of the form. */
export type Weighed = { readonly topics: readonly string[]; readonly previousCabg?: string | undefined };

export const WANTED = 3;
export const WANTED_OF_HARD = 5;

const hardTopics = ['cor.lm', 'cor.cto.retro', 'sh.tavi.viv'] as const;

/** Five for what divides good operators (left main, a retrograde CTO, a redo), else three. */
export const wantedOpinions = ({ topics, previousCabg }: Weighed): number => {
  const hard = topics.some((topic) => hardTopics.some((one) => topic === one || topic.startsWith(`${one}.`)));
  return hard || previousCabg === 'yes' ? WANTED_OF_HARD : WANTED;
};

/** Two who agree end a search for three: they chose the same way and both are sure (4 or 5 of 5). Never where five are wanted. */
export const agreedEarly = (wanted: number, opinions: readonly { readonly stance: string | null; readonly confidence: number | null }[]): boolean =>
  wanted <= WANTED && opinions.length === 2 && opinions.every(({ stance, confidence }) => stance !== null && stance === opinions[0]?.stance && (confidence ?? 0) >= 4);
