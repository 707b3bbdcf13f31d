import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEY_NAMES, commandFor, latinKey } from './controls.ts';
import { actualSize, FITTED, fromScreenAxes, isTurned, scaleOf, toPicture, toScreen, zoomedAt } from './view.ts';

const picture = { width: 512, height: 256 };
const canvas = { width: 800, height: 600 };

describe('the view', () => {
  test('fits the picture in its middle', () => {
    expect(toScreen({ x: 256, y: 128 }, FITTED, picture, canvas)).toEqual({ x: 400, y: 300 });
    expect(toScreen({ x: 0, y: 0 }, FITTED, picture, canvas)).toEqual({ x: 0, y: 100 });
  });

  test('any place goes to the screen and back, turned, flipped, zoomed or panned', () => {
    const views = fc.record({
      zoom: fc.double({ min: 0.5, max: 16, noNaN: true }),
      panX: fc.integer({ min: -500, max: 500 }),
      panY: fc.integer({ min: -500, max: 500 }),
      turns: fc.integer({ min: 0, max: 3 }),
      flipX: fc.boolean(),
      flipY: fc.boolean(),
    });
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 512 }), fc.integer({ min: 0, max: 256 }), (view, x, y) => {
        const back = toPicture(toScreen({ x, y }, view, picture, canvas), view, picture, canvas);
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });

  test('a quarter turn clockwise takes the left top corner to the right top', () => {
    const corner = toScreen({ x: 0, y: 0 }, { ...FITTED, turns: 1 }, picture, canvas);
    expect(corner.x).toBeGreaterThan(400);
    expect(corner.y).toBeCloseTo(0);
  });

  test('zooming keeps the place under the pointer', () => {
    const at = { x: 123, y: 456 };
    const before = toPicture(at, FITTED, picture, canvas);
    const after = toPicture(at, zoomedAt(FITTED, 3, at, canvas), picture, canvas);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });
});

describe('keys', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };

  test('large and small letters are one, and a modifier leaves the key to the browser', () => {
    expect(commandFor({ key: 'C', ...plain })).toBe(commandFor({ key: 'c', ...plain }));
    expect(commandFor({ key: 'c', ...plain, ctrlKey: true })).toBeNull();
    expect(commandFor({ key: 'q', ...plain })).toBeNull();
    expect(KEY_NAMES).toContain('Home');
  });

  test('with a Persian keyboard the same places of keys mean the same', () => {
    for (const [key, code, latin] of [['ص', 'KeyW', 'w'], ['۱', 'Digit1', '1'], ['؟', 'Slash', '?'], ['ج', 'BracketLeft', '['], ['و', 'Comma', ',']] as const)
      expect(latinKey({ key, code, shiftKey: key === '؟', ...plain })).toBe(latin);
    expect(commandFor({ key: 'ه', code: 'KeyI', ...plain })).toBe(commandFor({ key: 'i', ...plain }));
  });

  test('digits are presets by their place, and layouts with Shift', () => {
    expect(commandFor({ key: '&', code: 'Digit1', ...plain })).toBe(commandFor({ key: '1', ...plain }));
    expect(commandFor({ key: '1', code: 'Digit1', shiftKey: true, ...plain })).toBeNull();
  });

  test('keys can be those of OHIF, or none', () => {
    expect(commandFor({ key: ' ', ...plain }, 'ohif')).not.toBe(commandFor({ key: ' ', ...plain }));
    expect(commandFor({ key: 'c', ...plain }, 'ohif')).toBe(commandFor({ key: 'c', ...plain }));
    expect(commandFor({ key: ' ', ...plain }, 'off')).toBeNull();
  });
});

describe('moves and sizes', () => {
  test('a move on the screen is the same move on a turned and mirrored picture', () => {
    const view = { ...FITTED, turns: 1, flipX: true };
    const scale = scaleOf(view, picture, canvas);
    const [from, to] = [toPicture({ x: 300, y: 300 }, view, picture, canvas), toPicture({ x: 300 + 3 * scale, y: 300 + 5 * scale }, view, picture, canvas)];
    const move = fromScreenAxes({ x: 3, y: 5 }, view);
    expect(move.x).toBeCloseTo(to.x - from.x, 9);
    expect(move.y).toBeCloseTo(to.y - from.y, 9);
  });

  test('actual size is one pixel of the picture on one of the screen, and keeps how it lies', () => {
    const view = actualSize({ ...FITTED, turns: 1, panX: 9 }, picture, canvas, 2);
    expect(scaleOf(view, picture, canvas)).toBeCloseTo(0.5, 9);
    expect(view).toMatchObject({ turns: 1, panX: 0 });
    expect(isTurned(view)).toBe(true);
    expect(isTurned({ ...FITTED, zoom: 3 })).toBe(false);
  });

  test('the mask in hand takes the arrows, and Shift leaves them to the page', () => {
    const press = { key: 'ArrowRight', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(commandFor(press, 'hamdel', 'shift')).not.toBe(commandFor(press));
    expect(commandFor({ ...press, key: '.' }, 'hamdel', 'shift')).toBe(commandFor({ ...press, key: '.' }));
    for (const tool of ['auto', 'shift'] as const) expect(commandFor({ ...press, shiftKey: true }, 'hamdel', tool)).toBeNull();
  });
});
