import type { Answers, FieldSpec } from './fields.ts';
import { readFields } from './read-fields.ts';

/** A result, or the names of the fields that keep it from being given. */
export type Outcome = { readonly ok: true; readonly value: Record<string, unknown> } | { readonly ok: false; readonly fields: string[] };

export interface Bilingual { readonly en: string; readonly fa: string }

/** Some scores are read off a printed nomogram or from public points: the screen says so. */
export type Status = 'calculated' | 'nomogram approximation';

/** One score, described so that a form, a command line and an export can be driven by it. */
export interface Calculator {
  readonly name: string;
  readonly title: Bilingual;
  readonly source: { readonly text: string; readonly doi?: string };
  /** Changes whenever the same input could give another result; stored beside the inputs. */
  readonly formulaVersion: string;
  readonly status: Status;
  readonly fields: readonly FieldSpec[];
  /** Pure, deterministic, never throws. */
  run(input: unknown): Outcome;
}

interface Definition<N extends string, F extends readonly FieldSpec[]> {
  readonly name: N;
  readonly title: Bilingual;
  readonly source: { readonly text: string; readonly doi?: string };
  readonly formulaVersion: string;
  readonly status?: Status;
  readonly fields: F;
  /** Names of fields that do not fit together; sees only the answers that fit by themselves. */
  readonly conflicts?: (answers: Partial<Answers<F>>) => string[];
  readonly compute: (answers: Answers<F>) => Record<string, unknown>;
}

/** Makes a calculator of a description and a formula; the formula only ever sees answers that fit. */
export function calculator<const N extends string, const F extends readonly FieldSpec[]>(
  { conflicts, compute, status = 'calculated', ...described }: Definition<N, F>,
): Calculator & { readonly name: N } {
  return {
    ...described,
    status,
    run(input) {
      const { answers, refused } = readFields(described.fields, input);
      const fields = [...refused, ...(conflicts?.(answers as Partial<Answers<F>>) ?? [])];
      if (fields.length > 0) return { ok: false, fields };
      return { ok: true, value: compute(answers as Answers<F>) }; // nothing was refused, so every answer fits its description
    },
  };
}
