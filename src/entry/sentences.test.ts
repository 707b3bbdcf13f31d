import { IMAGING_CODES } from 'imaging/codes';
import { expect, test } from 'vitest';
import { sentenceOf } from './sentences.ts';

test('every code of the imaging instrument is said in both languages', async () => {
  for (const code of IMAGING_CODES) {
    const said = await sentenceOf({ code: `imaging.${code}`, params: {} });
    expect(said?.en, code).toMatch(/[a-z]/);
    expect(said?.fa, code).toMatch(/[\u0600-\u06ff]/);
  }
});

test('the refusals of asking name their rule, and the phase a case is in', async () => {
  expect((await sentenceOf({ code: 'routing.leftOut', params: { rule: 'onLeave' } }))?.en).toContain('on leave');
  expect((await sentenceOf({ code: 'cases.notNow', params: { phase: 'withdrawn' } }))?.en).toContain('withdrawn');
  expect((await sentenceOf({ code: 'cases.incomplete', params: { n: 3 } }))?.fa).toContain('۳');
  expect(await sentenceOf({ code: 'cases.nothingOfTheKind', params: {} })).toBeUndefined();
});
