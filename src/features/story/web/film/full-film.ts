// The whole of a clean film in memory, fetched piece by piece with its bytes counted. What has come stays through a broken connection.

import { type FramePlaces, filmPieces, type Piece } from './film-pieces.ts';

const IN_FLIGHT = 3;

export type Loaded = { readonly got: number; readonly total: number; /** Bytes are on their way. */ readonly going: boolean; /** The connection broke; `load` goes on where it stopped. */ readonly cut: boolean };

type Wish = { readonly pieces: readonly number[]; settle(error?: Error): void };

/** Loads one object by ranges, from wherever the reader looks first. Frames may be read while the rest is coming. */
export class FullFilm {
  readonly #url: string;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #pieces: readonly Piece[];
  readonly #left: Set<number>;
  readonly #flying = new Set<number>();
  readonly #wishes = new Set<Wish>();
  readonly #ears = new Set<(now: Loaded) => void>();
  #abort = new AbortController();
  #next = 0;
  #got = 0;
  #going = false;
  #cut = false;

  /** @param size bytes of the object @param places of frames that come by halves first */
  constructor(url: string, size: number, places: FramePlaces = {}) {
    this.#url = url;
    this.#bytes = new Uint8Array(size);
    this.#pieces = filmPieces(size, places);
    this.#left = new Set(this.#pieces.keys());
  }

  get now(): Loaded {
    return { got: this.#got, total: this.#bytes.length, going: this.#going, cut: this.#cut };
  }

  onChange(hear: (now: Loaded) => void): () => void {
    this.#ears.add(hear);
    return () => this.#ears.delete(hear);
  }

  /** Starts or goes on, from the piece that holds `offset`, then round. */
  load(offset = 0): void {
    this.#next = this.#pieceAt(offset);
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
    [this.#going, this.#cut] = [this.#left.size > 0, false];
    this.#tell();
    this.#launch();
  }

  stop(): void {
    this.#end(new Error('stopped'));
  }

  /** Bytes of the file, once they are there. Rejects when the connection broke or loading was stopped. */
  async read(offset: number, length: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const first = this.#pieceAt(offset);
    const pieces = Array.from({ length: this.#pieceAt(offset + length - 1) - first + 1 }, (_, n) => first + n).filter((piece) => this.#left.has(piece));
    if (pieces.length > 0) await this.#wait(pieces, signal);
    return this.#bytes.slice(offset, offset + length);
  }

  #wait(pieces: readonly number[], signal: AbortSignal): Promise<void> {
    if (!this.#going) return Promise.reject(new TypeError('not loading'));
    return new Promise((resolve, reject) => {
      const wish: Wish = {
        pieces,
        settle: (error) => {
          this.#wishes.delete(wish);
          if (error) reject(error);
          else resolve();
        },
      };
      this.#wishes.add(wish);
      signal.addEventListener('abort', () => wish.settle(new DOMException('given up', 'AbortError')), { once: true });
      // What is looked at comes first.
      this.#next = pieces[0] ?? this.#next;
    });
  }

  #launch(): void {
    while (this.#going && this.#flying.size < IN_FLIGHT) {
      const piece = this.#pick();
      if (piece === undefined) return;
      this.#flying.add(piece);
      void this.#bring(piece, this.#abort.signal);
    }
  }

  /** What somebody waits for, the newest wish first; then from the playhead on and round, late pieces last. */
  #pick(): number | undefined {
    const free = new Set([...this.#left].filter((piece) => !this.#flying.has(piece)));
    const wished = [...this.#wishes].reverse().flatMap(({ pieces }) => pieces.filter((piece) => free.has(piece)));
    const early = [...free].filter((piece) => !this.#pieces[piece]?.late);
    const rest = early.length > 0 ? early : [...free];
    return wished[0] ?? rest.find((piece) => piece >= this.#next) ?? rest[0];
  }

  /** The piece that holds a byte. */
  #pieceAt(offset: number): number {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async #bring(piece: number, signal: AbortSignal): Promise<void> {
    const { start, end } = this.#pieces[piece] as Piece;
    let at = start;
    try {
      const response = await fetch(this.#url, { signal, headers: { range: `bytes=${start}-${end - 1}` } });
      if (response.status !== 206 || !response.body) throw new TypeError(`full film: ${response.status}`);
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (at + part.value.length > end) throw new TypeError('more bytes than asked for');
        this.#bytes.set(part.value, at);
        at += part.value.length;
        this.#got += part.value.length;
        this.#tell();
      }
      if (at < end) throw new TypeError('fewer bytes than asked for');
      this.#left.delete(piece);
      this.#arrived();
    } catch (error) {
      // A piece counts whole or not at all.
      this.#got -= at - start;
      if (!signal.aborted) this.#end(error instanceof Error ? error : new TypeError('cut'), true);
    } finally {
      this.#flying.delete(piece);
      this.#launch();
    }
  }

  #arrived(): void {
    if (this.#left.size === 0) this.#going = false;
    for (const wish of this.#wishes) if (!wish.pieces.some((piece) => this.#left.has(piece))) wish.settle();
    this.#tell();
  }

  #end(error: Error, cut = false): void {
    [this.#going, this.#cut] = [false, cut];
    this.#abort.abort();
    for (const wish of this.#wishes) wish.settle(error);
    this.#tell();
  }

  #tell(): void {
    for (const hear of this.#ears) hear(this.now);
  }
}
