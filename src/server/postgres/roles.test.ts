import { expect, test } from 'vitest';
import { webUrl } from './roles.ts';

test('the app role gets the same address under its own name', () => {
  expect(webUrl('postgresql://hamdel_owner@/postgres?host=%2Frun%2Fx&port=5432')).toBe('postgresql://hamdel_web@/postgres?host=%2Frun%2Fx&port=5432');
  expect(webUrl('postgres://me:s%40crt@db.example:5432/hamdel?sslmode=require', 'abc')).toBe('postgres://hamdel_web:abc@db.example:5432/hamdel?sslmode=require');
  expect(webUrl('postgresql://db.example/hamdel', 'abc')).toBe('postgresql://hamdel_web:abc@db.example/hamdel');
});

test('an address that is none is refused with an example', () => {
  expect(() => webUrl('mysql://db')).toThrow(/looks like postgresql:/);
});
