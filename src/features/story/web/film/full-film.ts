// The whole of a clean film in memory, fetched piece by piece with its bytes counted. What has come stays through a broken connection.

const PIECE = 1024 * 1024;
const IN_FLIGHT = 3;

export type Loaded = { readonly got: number; readonly total: number; /** Bytes are on their way. */ readonly going: boolean; /** The connection broke; `load` goes on where it stopped. */ readonly cut: boolean };

type Wish = { readonly pieces: readonly number[]; settle(error?: Error): void };

/** Loads one object by ranges, from wherever the reader looks first. Frames may be read while the rest is coming. */
export class FullFilm {
  readonly #url: string;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #left: Set<number>;
  readonly #flying = new Set<number>();
  readonly #wishes = new Set<Wish>();
  readonly #ears = new Set<(now: Loaded) => void>();
  #abort = new AbortController();
  #next = 0;
  #got = 0;
  #going = false;
  #cut = false;

  /** @param size bytes of the object */
  constructor(url: string, size: number) {
    this.#url = url;
    this.#bytes = new Uint8Array(size);
    this.#left = new Set(Array.from({ length: Math.ceil(size / PIECE) }, (_, piece) => piece));
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
    this.#next = Math.floor(offset / PIECE);
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
    const first = Math.floor(offset / PIECE);
    const pieces = Array.from({ length: Math.floor((offset + length - 1) / PIECE) - first + 1 }, (_, n) => first + n).filter((piece) => this.#left.has(piece));
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

  #pick(): number | undefined {
    const free = [...this.#left].filter((piece) => !this.#flying.has(piece));
    return free.find((piece) => piece >= this.#next) ?? free[0];
  }

  async #bring(piece: number, signal: AbortSignal): Promise<void> {
    const start = piece * PIECE;
    const end = Math.min(start + PIECE, this.#bytes.length);
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
