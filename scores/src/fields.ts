/** How one input of a calculator is described. A form, a command line and the reader below all follow this one description. */
export type FieldKind = 'number' | 'bool' | 'choice' | 'segments' | 'lesions' | 'occlusion';

export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  /** As written beside the box: `mg/dL`, `mm`, `years`. */
  readonly unit?: string;
  /** Inclusive limits of a number; they catch swapped units. For `lesions` the number of lesions. */
  readonly min?: number;
  readonly max?: number;
  /** Exclusive lower limit of a number. */
  readonly above?: number;
  /** Whole numbers only. */
  readonly whole?: true;
  readonly choices?: readonly (string | number)[];
  /** May be left out. */
  readonly optional?: true;
  /** `"unknown"` is an answer of this field (ARC-HBR: unknown differs from not answered). */
  readonly orUnknown?: true;
  /** A word accepted in place of the number, such as `notMeasured`. */
  readonly orWord?: string;
  /** Exactly one field of a group is given: another unit or another route to the same thing. */
  readonly group?: string;
  /** The field exists only while another one has this answer. */
  readonly onlyWhen?: { readonly field: string; readonly is: string | boolean };
  /** The field may be left out while another one has this answer. */
  readonly unless?: { readonly field: string; readonly is: string | boolean };
  /** Fields inside a lesion or an occlusion. */
  readonly of?: readonly FieldSpec[];
}

type Plain<F> = F extends { kind: 'number' } ? number
  : F extends { kind: 'bool' } ? boolean
    : F extends { kind: 'choice'; choices: infer C extends readonly unknown[] } ? C[number]
      : unknown;
type Answer<F> =
  | Plain<F>
  | (F extends { orUnknown: true } ? 'unknown' : never)
  | (F extends { orWord: infer W } ? W : never)
  | (F extends { optional: true } | { group: string } | { onlyWhen: object } | { unless: object } ? undefined : never);

/** The answers of a list of fields, by name. */
export type Answers<F extends readonly FieldSpec[]> = { readonly [S in F[number] as S['name']]: Answer<S> };

export const number = <const N extends string, const More extends Partial<FieldSpec> = {}>(
  name: N, unit: string, min: number, max: number, more?: More,
) => ({ name, kind: 'number', unit, min, max, ...(more as More) }) as const;

export const bool = <const N extends string, const More extends Partial<FieldSpec> = {}>(name: N, more?: More) =>
  ({ name, kind: 'bool', ...(more as More) }) as const;

export const choice = <const N extends string, const C extends readonly (string | number)[], const More extends Partial<FieldSpec> = {}>(
  name: N, choices: C, more?: More,
) => ({ name, kind: 'choice', choices, ...(more as More) }) as const;

/** Whole years; all scores are for adults. */
export const age = number('age', 'years', 18, 120, { whole: true });
export const sex = choice('sex', ['male', 'female']);
export const weight = number('kg', 'kg', 20, 300);

/** Serum creatinine in exactly one of two units. */
export const creatinine = [
  number('scrMgDl', 'mg/dL', 0.1, 25, { group: 'scr' }),
  number('scrUmolL', 'µmol/L', 8.84, 2210, { group: 'scr' }),
] as const;

/** Haemoglobin in exactly one of three units. */
export const haemoglobin = [
  number('hbGDl', 'g/dL', 3, 25, { group: 'hb' }),
  number('hbGL', 'g/L', 30, 250, { group: 'hb' }),
  number('hbMmolL', 'mmol/L', 1.87, 15.5, { group: 'hb' }),
] as const;
