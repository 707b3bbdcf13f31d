import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { HereProvider, nowhere } from '#web/context.tsx';
import { View } from './kit.tsx';

const drawn = (l: 'en' | 'fa') => renderToString(<HereProvider value={{ ...nowhere, l, now: new Date('2026-11-22T08:00:00Z'), timeZone: 'Asia/Tehran' }}><View /></HereProvider>);

test('no component writes an inline style, which the policy would block', () => {
  for (const l of ['en', 'fa'] as const) expect(drawn(l)).not.toMatch(/\sstyle=/);
});

test('no element of the Persian page shows an English sentence, and none of the English page a Persian one', () => {
  const text = (html: string) => html.replaceAll(/<bdi[^>]*lang=[^>]*>.*?<\/bdi>|<[^>]+>/g, ' ');
  expect(text(drawn('en'))).not.toMatch(/[آ-ی]/);
  expect(text(drawn('fa')).replaceAll(/LVEF|IVUS|IABP|7F3K|CD/g, '')).not.toMatch(/[A-Za-z]{2,}/);
});

test('the calendar shows the Persian month from Saturday with today marked', () => {
  expect(drawn('fa')).toContain('<caption class="vh">تقویم \u2068آذر ۱۴۰۵\u2069</caption>');
  expect(drawn('fa')).toMatch(/class="today"[^>]*><span>۱<small>22<\/small>/);
});
