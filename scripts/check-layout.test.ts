import { expect, test } from 'vitest';
import { inlineStyleIn, physicalIn } from './check-layout.ts';

test('a physical property is found, a logical one and a film’s own are not', () => {
  expect(physicalIn('.a { margin-left: 1rem; }\n.b { margin-inline-start: 1rem; }\n.c { text-align: right }\n.d { left: 0 } /* physical: media time */\n.e { border-top-left-radius: 2px }'))
    .toEqual(['1: margin-left', '3: text-align: right', '5: border-top-left-radius']);
});

test('inline style in a component is found', () => {
  expect(inlineStyleIn('<p class="a">\n<p style={{ color: "red" }}>\n<p style="x">')).toEqual([2, 3]);
});
