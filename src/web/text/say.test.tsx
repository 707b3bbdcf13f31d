import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Say, UserText, X } from './say.tsx';

test('isolates of a sentence become elements: a name keeps its own direction, a clinical run goes left to right', () => {
  expect(renderToString(<Say>{'نظر \u2068Dr Morel\u2069: \u20663.0×18 mm\u2069'}</Say>)).toBe('نظر <bdi>Dr Morel</bdi>: <bdi class="x nb">3.0×18 mm</bdi>');
  expect(renderToString(<Say>{'a \u2068b \u2066LAD\u2069, c\u2069.'}</Say>)).toBe('a <bdi>b <bdi class="x nb">LAD</bdi>, c</bdi>.');
  expect(renderToString(<Say>plain</Say>)).toBe('plain');
});

test('what a person wrote stands in its own language and direction, and a typed element is text', () => {
  expect(renderToString(<UserText text={'استنت 3.0×18 mm\n<b>'} lang="fa" />)).toBe('<p class="said" lang="fa" dir="rtl">استنت <bdi class="x nb">3.0×18\u00a0mm</bdi>\n<bdi class="x nb">&lt;b></bdi></p>');
  expect(renderToString(<UserText text="LAD" lang="en" as="h2" />)).toBe('<h2 class="said" lang="en" dir="ltr">LAD</h2>');
});

test('a long run may break, a short one may not', () => {
  expect(renderToString(<X>{'A'.repeat(19)}</X>)).toContain('class="x"');
  expect(renderToString(<X>Medina 1,1,1</X>)).toContain('class="x nb"');
});
