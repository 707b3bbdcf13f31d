// What a feature hands in so that its things are found.

import type { Content } from './weigh.ts';

/** A thing of one kind: `about` is its id. */
export type Thing = { readonly kind: string; readonly about: string };

/**
 * Who may find a document; each is one of the words in which row-level security speaks. `few`: those in `readers`; of a case, those to whom
 * their standing opens its part.
 */
export type Reach = 'everyone' | 'verified' | 'clinicians' | 'coordinators' | 'few';

export type Document = Thing & Content & {
  /** Parts of one thing are seen by different people; most things have one, named `whole`. */
  readonly part: string;
  readonly reach: Reach;
  readonly readers?: readonly string[];
  /** The outcome of a case was told. */
  readonly told?: boolean;
};
