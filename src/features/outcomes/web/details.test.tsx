import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { HereProvider, nowhere } from '#web/context.tsx';
import { OutcomeDetailsForm, OutcomeDetailsTold } from './details.tsx';

const drawn = (l: 'en' | 'fa', what: ComponentChildren) => renderToString(<HereProvider value={{ ...nowhere, l }}>{what}</HereProvider>);
const told = { event: 'Septal, Ellis II', complications: ['perforation', 'tamponade'], bleedingBarc: '3b', timiAfter: 3, residualStenosisPct: 0 };

test('what was told beside the result is read in the reader’s language, figures in Latin runs', () => {
  expect(drawn('fa', <OutcomeDetailsTold of={told} />)).toMatch(/Septal.*پرفوراسیون.*تامپوناد.*BARC 3b.*TIMI 3.*0%/);
  expect(drawn('en', <OutcomeDetailsTold of={told} />)).toMatch(/Perforation.*Tamponade.*BARC 3b, Hb down ≥5 g\/dL.*TIMI 3.*Residual stenosis.*0%/);
  expect(drawn('fa', <OutcomeDetailsTold of={{}} />)).toBe('');
});

test('fatal bleeding is offered with a death only, and complications not with "no event"', () => {
  const form = (result: string, moment = 'd30') => drawn('en', <OutcomeDetailsForm moment={moment} result={result} details={{}} onDetails={() => {}} />);
  expect(form('event')).not.toContain('BARC 5b');
  expect(form('died')).toContain('BARC 5b');
  expect(form('no-event')).toBe('');
  expect(form('no-event', 'hospital')).toContain('TIMI flow at the end');
});
