// The clinical figures of the fictional world: each answer fits its question, and no kept score contradicts the calculators.

import type { CalculatorName } from 'scores';
import { expect, test } from 'vitest';
import { calculateAll } from '#features/cases/rules/calculated.ts';
import { isPrompt, promptKinds } from '#features/cases/rules/prompts.ts';
import { answers, askedFor, shelfFor } from '#features/cases/rules/vocabulary.ts';
import type { CaseFields } from '#features/cases/rules/wire.ts';
import { stories } from './demo.ts';

const story = (key: string) => {
  const found = stories.find((told) => told.key === key);
  if (!found) throw new Error(`no story ${key}`);
  return found;
};

/** What is wrong with one answer to a prompt, or nothing. */
const misfit = (key: string, value: string | number): string | undefined => {
  if (!isPrompt(key)) return 'no such prompt';
  const kind = promptKinds[key];
  if (value === 'unknown' || value === 'not-done') return undefined;
  if (kind.kind === 'answer') return (answers as readonly unknown[]).includes(value) ? undefined : 'neither yes nor no';
  if (kind.kind === 'elsewhere') return 'told elsewhere in the form';
  if (kind.kind === 'number') return typeof value === 'number' && value >= kind.low && value <= kind.high ? undefined : `not ${kind.low} to ${kind.high} ${kind.unit}`;
  if (kind.kind === 'choice') return kind.of.includes(String(value)) && typeof value === 'string' ? undefined : `none of ${kind.of.join(', ')}`;
  return kind.kind === 'text' && typeof value === 'string' ? undefined : `wants ${kind.kind}`;
};

test('every fact told by topic is an answer that the form itself could have given', () => {
  const faults = stories.flatMap((told) => Object.entries(told.fields.more ?? {}).flatMap(([key, value]) => { const fault = misfit(key, value); return fault === undefined ? [] : [`${told.key}.${key}: ${value} (${fault})`]; }));
  expect(faults).toEqual([]);
});

test('facts and shelf items belong to the topics of their case', () => {
  for (const { key, fields } of stories) {
    const asked = askedFor(fields.topics ?? []);
    expect(Object.keys(fields.more ?? {}).filter((one) => !asked.includes(one)), key).toEqual([]);
    expect(shelfFor(fields.topics ?? []).length, key).toBeGreaterThan(6);
  }
});

const middle = (fields: CaseFields): number => Number(fields.ageBand?.slice(0, 2)) + 2;

/** Ages that the published figures of the teaching cases were made with; else the middle of the band. */
const ages: Readonly<Record<string, number>> = { 'left-main': 74, cto: 60, shock: 57, tavi: 74, perforation: 78 };

test('no kept score contradicts what the calculators make of the same fields', () => {
  let compared = 0;
  for (const { key, fields } of stories) {
    const all = calculateAll({ fields }, ages[key] ?? middle(fields));
    for (const kept of fields.scores ?? []) {
      const outcome = all.get(kept.id as CalculatorName)?.outcome;
      expect(outcome, `${key}: ${kept.id}`).toBeDefined();
      if (!outcome?.ok) continue; // the form would ask more before it gives this one
      for (const [name, figure] of Object.entries(kept.result)) {
        const made = outcome.value[name];
        expect(typeof made === 'number' && typeof figure === 'number' && kept.id !== 'euroscore2' ? Math.round(made) : made, `${key}: ${kept.id}.${name}`).toEqual(figure);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(8);
});

test('the CTO of the world gives its J-CTO, PROGRESS and SYNTAX by itself; the shock case refuses SYNTAX and names what lacks', () => {
  const { fields } = story('cto');
  const cto = calculateAll({ fields: { ...fields, more: { ...fields.more, 'calc.noInterventionalCollaterals': 'no' } } }, 60);
  expect([cto.get('j-cto')?.outcome, cto.get('progress-cto')?.outcome, cto.get('syntax')?.outcome]).toMatchObject([{ value: { out: 4 } }, { value: { out: 1 } }, { value: { out: 10 } }]);
  const shock = calculateAll(story('shock'), 57).get('syntax')?.outcome;
  expect(shock).toMatchObject({ ok: false, fields: expect.arrayContaining(['lesions[1].totalOcclusion.firstVisible', 'lesions[1].totalOcclusion.bluntStump']) });
});

test('an event that is told says which, and what is no event hides none', () => {
  for (const { key, outcomes } of stories) for (const o of outcomes ?? []) {
    if (o.result === 'event') expect(o.details?.event ?? o.en.text, key).toBeTruthy();
    if (o.result === 'no-event') expect(['2', '3a', '3b', '3c', '4', '5a', '5b'], key).not.toContain(o.details?.bleedingBarc);
  }
});
