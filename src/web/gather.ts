// Fetches what a page shows. The server gathers by calling its own API with the reader's cookies, the browser by fetch: the same paths.
import type { PageDef, Params } from './page.ts';
import type { Answer, Refused } from './refusals.ts';

export type Data = Readonly<Record<string, unknown>>;

export type Gathered = { readonly ok: true; readonly value: Data; readonly asOf?: Date | undefined } | Refused;

/** All loads at once; the first refusal of one that is not `maybe` is the page's. */
export const gather = async (page: PageDef, params: Params, query: Params, get: (path: string) => Promise<Answer<unknown>>): Promise<Gathered> => {
  const loads = Object.entries(page.load(params, query));
  const answers = await Promise.all(loads.map(([, path]) => get(path)));
  const value: Record<string, unknown> = {};
  let asOf: Date | undefined;
  for (const [i, answer] of answers.entries()) {
    const name = loads[i]?.[0] ?? '';
    if (answer.ok) {
      value[name] = answer.value;
      if (answer.asOf !== undefined && (asOf === undefined || answer.asOf < asOf)) asOf = answer.asOf;
    } else if (!page.maybe?.includes(name)) return answer;
  }
  return { ok: true, value, asOf };
};
