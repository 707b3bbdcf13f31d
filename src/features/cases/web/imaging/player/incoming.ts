/** A file on its way: what has come is used before the rest is there. On a thin link a film begins seconds earlier. */
export class Incoming {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #told: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #got = 0;
  #done = false;
  #pull: Promise<void> | undefined;

  constructor(response: Response) {
    this.#reader = response.body?.getReader();
    this.#told = Number(response.headers.get('content-length') ?? 0) || 0;
    this.#bytes = new Uint8Array(this.#told || 64 * 1024);
    this.#done = this.#reader === undefined;
  }

  /** What has come so far. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#got);
  }

  get done(): boolean {
    return this.#done;
  }

  /** Length of the whole, as far as anyone knows. */
  get length(): number {
    return this.#done ? this.#got : this.#told || Number.POSITIVE_INFINITY;
  }

  /** Resolves when more has come or all is there; rejects with what broke the connection. Asked twice at once it is one wait. */
  more(): Promise<void> {
    this.#pull ??= this.#next().finally(() => { this.#pull = undefined; });
    return this.#pull;
  }

  async whole(): Promise<Uint8Array<ArrayBuffer>> {
    while (!this.#done) await this.more();
    return this.bytes;
  }

  async #next(): Promise<void> {
    if (this.#done || !this.#reader) return;
    const part = await this.#reader.read();
    if (part.done) {
      this.#done = true;
      return;
    }
    const end = this.#got + part.value.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      larger.set(this.bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(part.value, this.#got);
    this.#got = end;
    if (this.#told > 0 && end === this.#told) this.#done = true;
  }
}
