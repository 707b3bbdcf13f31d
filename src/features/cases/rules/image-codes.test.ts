import { readFileSync } from 'node:fs';
import { IMAGING_CODES } from 'imaging';
import { expect, test } from 'vitest';
import { imageSentence } from './image-codes.ts';

const words = (lang: 'en' | 'fa') => (JSON.parse(readFileSync(new URL(`../words/${lang}.json`, import.meta.url), 'utf8')) as { images: { code: Record<string, string> } }).images.code;

test('every code of the imaging instrument has a sentence in both languages', () => {
  for (const code of IMAGING_CODES) for (const lang of ['en', 'fa'] as const) expect(words(lang)[imageSentence(code)], `${code} ${lang}`).toBeTruthy();
});

test('a code of a newer instrument still speaks', () => expect(imageSentence('frame-of-tomorrow')).toBe('broken'));
