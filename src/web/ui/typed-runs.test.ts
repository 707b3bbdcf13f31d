import { expect, test } from 'vitest';
import { isolateTyped, stripMarks } from '#kernel/text.ts';
import { placeIn, retyped } from './typed-runs.ts';

type Box = Parameters<typeof retyped>[0];
/** A field as far as typing in it goes. */
const box = (value: string, selectionStart = value.length) => {
  const field = { value, selectionStart, setSelectionRange: (at: number) => { field.selectionStart = at; } };
  return field as unknown as Box & { selectionStart: number };
};
const key = (inputType: string, isComposing = false) => ({ inputType, isComposing }) as InputEvent;

test('A stent typed into Persian stands in its own direction, and is told on without marks', () => {
  const field = box('استنت 3.0×18 mm در LCX');
  expect(retyped(field, key('insertText'), '', 'fa')).toBe('استنت 3.0×18 mm در LCX');
  expect(field.value).toBe('استنت \u20663.0×18 mm\u2069 در LCX');
});

test('Words and bare numbers get no marks; English text never does', () => {
  expect(isolateTyped('CTO دهانهٔ RCA پس از 12 ماه', 'fa')).toBe('CTO دهانهٔ RCA پس از 12 ماه');
  expect(isolateTyped('Stent 3.0×18 mm', 'en')).toBe('Stent 3.0×18 mm');
});

test('The cursor stays behind the sign that was typed, inside its run', () => {
  const marked = isolateTyped('استنت 3.0×18 mm', 'fa');
  expect(marked.slice(0, placeIn(marked, 12))).toBe('استنت \u20663.0×18');
  expect(placeIn(marked, stripMarks(marked).length)).toBe(marked.length - 1);
});

test('A backspace that meets a mark takes the sign before it', () => {
  const field = box('استنت \u20663.0×18 mm');
  expect(retyped(field, key('deleteContentBackward'), 'استنت 3.0×18 mm', 'fa')).toBe('استنت 3.0×18 m');
});

test('While a word is composed nothing in the field moves', () => {
  const field = box('استنت 3.0×18 mm');
  expect(retyped(field, key('insertCompositionText', true), '', 'fa')).toBe('استنت 3.0×18 mm');
  expect(field.value).toBe('استنت 3.0×18 mm');
});

test('Marks do not use up the room of a text', () => {
  expect(retyped(box('استنت 3.0×18 mm'), key('insertText'), '', 'fa', 12)).toBe('استنت 3.0×18');
});
