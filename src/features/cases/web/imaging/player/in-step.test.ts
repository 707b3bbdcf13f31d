import { expect, test } from 'vitest';
import { inStep } from './in-step.ts';

const steady = (frames: number, step: number): number[] => Array.from({ length: frames }, (_, i) => i * step);

test('runs of different rates show the same time since they began, and a shorter one goes round', () => {
  const [slow, fast] = [{ timesMs: steady(30, 100) }, { timesMs: steady(40, 40) }];
  expect(inStep('start', slow, 0, fast)).toBe(0);
  expect(inStep('start', slow, 4, fast)).toBe(10);
  expect(inStep('start', slow, 16, fast)).toBe(0);
  expect(inStep('start', slow, 17, fast)).toBe(2);
  expect(inStep('start', fast, 39, slow)).toBe(15);
});

test('rates that were rounded differently keep frame with frame', () => {
  expect(inStep('start', { timesMs: steady(46, 66.667) }, 45, { timesMs: steady(46, 66.7) })).toBe(45);
});

test('from the heartbeat they stand at the same time after their first R wave, also before it', () => {
  const [leader, follower] = [{ timesMs: steady(40, 50), rWavesMs: [200, 1000] }, { timesMs: steady(40, 50), rWavesMs: [500] }];
  expect(inStep('beat', leader, 4, follower)).toBe(10);
  expect(inStep('beat', leader, 0, follower)).toBe(6);
  expect(inStep('beat', follower, 0, leader)).toBe(34);
  expect(inStep('beat', leader, 4, { timesMs: steady(40, 50) })).toBe(4);
});

test('two planes shot at once show the same frame, whatever their clocks say', () => {
  expect(inStep('frame', { timesMs: steady(10, 66.7) }, 7, { timesMs: steady(10, 66.1) })).toBe(7);
  expect(inStep('frame', { timesMs: steady(10, 66.7) }, 9, { timesMs: steady(9, 66.7) })).toBe(0);
});
