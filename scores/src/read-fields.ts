import type { FieldSpec } from './fields.ts';

/** What was read: the accepted answers, and the names of the fields that keep the calculator from giving a number. */
export interface Reading {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly refused: readonly string[];
}

export function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** Given = the key stands there. `undefined` is what a form leaves behind and counts as absent; `null` is a refused answer. */
export function isGiven(input: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(input, name) && input[name] !== undefined;
}

/** Does one given answer fit its description? Nothing is converted: digits and units are parsed before. */
export function fits(spec: FieldSpec, answer: unknown): boolean {
  if (spec.orUnknown && answer === 'unknown') return true;
  if (spec.orWord !== undefined && answer === spec.orWord) return true;
  if (spec.kind === 'bool') return typeof answer === 'boolean';
  if (spec.kind === 'choice') return spec.choices?.some((one) => one === answer) ?? false;
  if (spec.kind === 'number') {
    return typeof answer === 'number' && Number.isFinite(answer)
      && answer >= (spec.min ?? -Infinity) && answer <= (spec.max ?? Infinity)
      && answer > (spec.above ?? -Infinity) && (!spec.whole || Number.isInteger(answer));
  }
  return true; // lesions, segments, occlusion: read by their own calculator
}

/** Two of one group, or a field that another answer rules out: it should not be there. */
function isSuperfluous(spec: FieldSpec, specs: readonly FieldSpec[], input: Record<string, unknown>): boolean {
  const rival = specs.some((other) => other !== spec && spec.group !== undefined && other.group === spec.group
    && isGiven(input, other.name) && input[other.name] !== null && input[spec.name] !== null);
  return rival || ruledOut(spec, specs, input);
}

/** The field belongs to another valid answer of the deciding field. */
function ruledOut(spec: FieldSpec, specs: readonly FieldSpec[], input: Record<string, unknown>): boolean {
  if (!spec.onlyWhen) return false;
  const decider = specs.find((other) => other.name === spec.onlyWhen?.field);
  const answer = input[spec.onlyWhen.field];
  return decider !== undefined && fits(decider, answer) && answer !== spec.onlyWhen.is;
}

function isMissing(spec: FieldSpec, specs: readonly FieldSpec[], input: Record<string, unknown>): boolean {
  if (spec.optional) return false;
  if (spec.unless && input[spec.unless.field] === spec.unless.is) return false;
  if (spec.onlyWhen && input[spec.onlyWhen.field] !== spec.onlyWhen.is) return false;
  if (spec.group === undefined) return true;
  const group = specs.filter((other) => other.group === spec.group);
  return group[0] === spec && group.every((other) => !isGiven(input, other.name));
}

/**
 * Reads an input against its description. A missing, null, unknown, textual, out-of-range or unlisted answer is refused by
 * name: it is never counted as "no". Of a group with nothing given the first name is refused, with two given both.
 * Never throws, whatever the input is.
 */
export function readFields(specs: readonly FieldSpec[], given: unknown): Reading {
  const input = isObject(given) ? given : {};
  const answers: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const spec of specs) {
    if (!isGiven(input, spec.name)) {
      if (isMissing(spec, specs, input)) refused.push(spec.name);
    } else if (!fits(spec, input[spec.name]) || isSuperfluous(spec, specs, input)) {
      refused.push(spec.name);
    } else {
      answers[spec.name] = input[spec.name];
    }
  }
  const known = new Set(specs.map((spec) => spec.name));
  refused.push(...Object.keys(input).filter((name) => !known.has(name)));
  return { answers, refused: [...new Set(refused)] };
}
