import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Told } from './demo/told.ts';
import { mainStories, routeStory } from './routing.ts';
import { routingGuide } from './routing-guide.ts';

const told = (key: string): Told => mainStories.find((one) => one.key === key) as Told;
const first = (key: string): string[] => routeStory(told(key)).waves[0]?.people.map(({ person }) => person) ?? [];
const all = (key: string): string[] => routeStory(told(key)).waves.flatMap(({ people }) => people.map(({ person }) => person));

test('the guide shows what the function says of the demo now: run scripts/make-routing-guide.ts after a change', () => {
  const guide = (name: string) => readFileSync(join(import.meta.dirname, '../../docs/guides', name), 'utf8');
  expect(guide('routing.md')).toBe(routingGuide('en'));
  expect(guide('routing.fa.md')).toBe(routingGuide('fa'));
});

test('each of the five cases goes first to those whom a cardiologist would name', () => {
  expect(first('left-main')).toContain('leila');
  expect(first('left-main')).toContain('bahram'); // the surgeon of a Heart Team
  expect(first('cto').slice(0, 2)).toEqual(['nilufar', 'claire']);
  expect(first('shock')[0]).toBe('marek');
  expect(first('shock')).toContain('shirin');
  expect(first('tavi').slice(0, 2).sort()).toEqual(['isabelle', 'kaveh']);
  expect(first('perforation')).toContain('hossein');
  expect(first('perforation')).toContain('nilufar');
});

test('nobody of the asker’s own centre or city is among them, and everybody has a reason', () => {
  expect(all('perforation').some((who) => ['bahram', 'nasrin', 'soran', 'leila', 'shirin'].includes(who))).toBe(false); // all of Tehran
  for (const one of mainStories) for (const { people } of routeStory(one).waves) for (const { reasons } of people) expect(reasons.length).toBeGreaterThan(0);
});
