// What a case still lacks, in words, and where its form asks for it. Apart from door.tsx: whoever loads a door loads every room behind it.

export { lackPlace } from './form/lack-place.ts';
export { lackWords } from './form/lack-words.ts';
