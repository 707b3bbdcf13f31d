import { createFlatRenderer } from './flat-renderer.ts';
import { type Look, PLAIN_LOOK, type Subtraction } from './look.ts';
import type { Picture } from './picture.ts';
import { type Renderer, createRenderer } from './renderer.ts';
import { actualSize, FITTED, type Point, type Size, type View, toPicture, toScreen, zoomedAt } from './view.ts';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The canvas: what is on it, how it lies and how it is lit. Survives a lost graphics context. */
export class Screen {
  readonly #canvas: HTMLCanvasElement;
  readonly #picture: Size;
  #renderer: Renderer | null;
  view: View = FITTED;
  look: Look = PLAIN_LOOK;

  /** @param picture size of the run's frames; @param restored hears that all must be shown again */
  constructor(canvas: HTMLCanvasElement, picture: Size, restored: () => void, signal: AbortSignal) {
    this.#canvas = canvas;
    this.#picture = picture;
    this.#renderer = createRenderer(canvas) ?? createFlatRenderer(canvas);
    canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { signal });
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        this.#renderer = createRenderer(canvas);
        restored();
      },
      { signal },
    );
  }

  /** Nothing can be drawn here. */
  get blind(): boolean {
    return this.#renderer === null;
  }

  /** No WebGL2: drawn by the processor, without sharpening and subtraction. */
  get flat(): boolean {
    return this.#renderer?.flat ?? true;
  }

  get size(): Size {
    return { width: Math.max(1, this.#canvas.clientWidth), height: Math.max(1, this.#canvas.clientHeight) };
  }

  show(picture: Picture): void {
    this.#renderer?.show(picture);
  }

  mask(picture: Picture): void {
    this.#renderer?.mask(picture);
  }

  draw(subtraction: Subtraction | null): void {
    const ratio = globalThis.devicePixelRatio || 1;
    const { width, height } = this.size;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== w) this.#canvas.width = w;
    if (this.#canvas.height !== h) this.#canvas.height = h;
    this.#renderer?.draw(this.view, this.look, this.#picture, { width, height }, subtraction);
  }

  window(center: number, width: number): void {
    this.look = { ...this.look, center: clamp(center, -1, 2), width: clamp(width, 0.02, 4) };
  }

  invert(on?: boolean): void {
    this.look = { ...this.look, inverted: on ?? !this.look.inverted };
  }

  sharpen(on?: boolean): void {
    this.look = { ...this.look, sharp: on ?? !this.look.sharp };
  }

  zoom(factor: number, at?: Point): void {
    const { width, height } = this.size;
    this.view = zoomedAt(this.view, factor, at ?? { x: width / 2, y: height / 2 }, this.size);
  }

  pan(x: number, y: number): void {
    this.view = { ...this.view, panX: this.view.panX + x, panY: this.view.panY + y };
  }

  turn(quarters: number): void {
    this.view = { ...this.view, turns: (((this.view.turns + quarters) % 4) + 4) % 4 };
  }

  /** Flips what is seen: after a quarter turn the screen's axis is the picture's other one. */
  flip(axis: 'x' | 'y'): void {
    const across = (axis === 'x') === (this.view.turns % 2 === 0);
    this.view = across ? { ...this.view, flipX: !this.view.flipX } : { ...this.view, flipY: !this.view.flipY };
  }

  fit(): void {
    this.view = { ...this.view, zoom: 1, panX: 0, panY: 0 };
  }

  /** One pixel of the picture on one of the screen. */
  actual(): void {
    this.view = actualSize(this.view, this.#picture, this.size, globalThis.devicePixelRatio || 1);
  }

  /** As it was acquired: not turned, not mirrored. */
  upright(): void {
    this.view = { ...this.view, turns: 0, flipX: false, flipY: false };
  }

  reset(): void {
    this.view = FITTED;
    this.look = PLAIN_LOOK;
  }

  toScreen(place: Point): Point {
    return toScreen(place, this.view, this.#picture, this.size);
  }

  toPicture(place: Point): Point {
    return toPicture(place, this.view, this.#picture, this.size);
  }

  dispose(): void {
    this.#renderer?.dispose();
    this.#renderer = null;
  }
}
