import { cases } from './cases.store.ts';
import { groups } from './groups.store.ts';
import { institutions } from './institutions.store.ts';
import { opportunities } from './opportunities.store.ts';
import { people } from './people.store.ts';
import type { Source } from './source.ts';

/** Everything that can be found, in the order in which kinds are shown. */
export const sources: readonly Source[] = [cases, people, opportunities, groups, institutions];
