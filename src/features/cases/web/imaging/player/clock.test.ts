import { describe, expect, test } from 'vitest';
import { acquisitionRate, advance, frameAtPlace, roundMs, wrapFrame } from './clock.ts';
import { Playhead } from './playhead.ts';

const UNEVEN = [0, 33, 66, 166, 200];

describe('the clock of a run', () => {
  test('shows each frame for its own time, the last as long as the one before', () => {
    expect(roundMs(UNEVEN)).toBe(234);
    expect([0, 32.9, 33, 65, 66, 165, 166, 200, 233].map((place) => frameAtPlace(UNEVEN, place))).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 4]);
  });

  test('goes round without a gap, at the chosen speed', () => {
    expect(advance(230, 10, 1, UNEVEN)).toBeCloseTo(6);
    expect(advance(0, 20, 0.5, UNEVEN)).toBeCloseTo(10);
    expect(acquisitionRate([0, 40, 80])).toBe(25);
    expect(acquisitionRate([0])).toBe(0);
    expect([-1, 5, 12].map((frame) => wrapFrame(frame, 5))).toEqual([4, 0, 2]);
  });
});

describe('the playhead', () => {
  test('moves with the time it is told, and not while it is paused', () => {
    const head = new Playhead(UNEVEN);
    expect(head.tick(1000, () => true)).toBe(false);
    head.play(true);
    expect(head.tick(1000, () => true)).toBe(false);
    expect(head.tick(1040, () => true)).toBe(true);
    expect(head.frame).toBe(1);
    head.play(false);
    expect(head.tick(1500, () => true)).toBe(false);
  });

  test('waits for a frame that is not there instead of skipping it', () => {
    const head = new Playhead(UNEVEN);
    head.play(true);
    head.tick(0, () => true);
    for (let now = 16; now < 400; now += 16) head.tick(now, (frame) => frame < 2);
    expect(head.frame).toBe(1);
    head.tick(410, () => true);
    expect(head.frame).toBe(2);
  });

  test('does not jump after a tab was away', () => {
    const head = new Playhead([0, 100, 200, 300, 400, 500, 600]);
    head.play(true);
    head.tick(0, () => true);
    head.tick(60_000, () => true);
    expect(head.frame).toBe(2);
    head.rest();
    head.tick(90_000, () => true);
    expect(head.frame).toBe(2);
  });
});
