// multipart/related as it streams in (RFC 2046 5.1, RFC 2387): part after part, nothing held but a few kilobytes. What is not well formed throws `Malformed`.

export class Malformed extends Error {}

export type Part = { readonly type: string; readonly body: AsyncIterable<Uint8Array> };

const HEADER_MOST = 8 * 1024;
const PREAMBLE_MOST = 4 * 1024;
const CRLF2 = Buffer.from('\r\n\r\n');

/** The boundary of `multipart/related; type="application/dicom"; boundary=…`; undefined for any other type. */
export const boundaryOf = (contentType: string | undefined): string | undefined => {
  const [kind = '', ...rest] = (contentType ?? '').split(';').map((one) => one.trim());
  const given = new Map(rest.map((one) => /^([\w-]+)=("?)(.*)\2$/.exec(one)).flatMap((m) => (m ? [[(m[1] as string).toLowerCase(), m[3] as string] as const] : [])));
  const boundary = given.get('boundary') ?? '';
  if (kind.toLowerCase() !== 'multipart/related' || (given.get('type') ?? '').toLowerCase() !== 'application/dicom') return undefined;
  return /^[\w'()+,./:=? -]{1,70}$/.test(boundary) && !boundary.endsWith(' ') ? boundary : undefined;
};

/** What has come and was not given on. */
const reader = (source: AsyncIterable<Uint8Array>) => {
  const pieces = source[Symbol.asyncIterator]();
  const state = { held: Buffer.alloc(0), ended: false };
  const more = async (): Promise<void> => {
    const { value, done } = await pieces.next();
    if (done) state.ended = true;
    else state.held = state.held.length === 0 ? Buffer.from(value) : Buffer.concat([state.held, value]);
  };
  const take = (n: number): Buffer => {
    const taken = state.held.subarray(0, n);
    state.held = state.held.subarray(n);
    return taken;
  };
  /** Takes all up to `mark` and the mark itself; at most `most` bytes. */
  const upTo = async (mark: Buffer, most: number): Promise<Buffer> => {
    for (;;) {
      const at = state.held.indexOf(mark);
      if (at >= 0 && at <= most) return take(at + mark.length);
      if (state.ended || at > most || state.held.length > most + mark.length) throw new Malformed('a boundary or the end of a header is missing');
      await more();
    }
  };
  return { state, more, take, upTo };
};

/** Parts in order. The body of one must be read to its end before the next is asked for. */
export const partsOf = async function* (boundary: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const { state, more, take, upTo } = reader(source);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it.
  state.held = Buffer.from('\r\n');
  await upTo(delimiter, PREAMBLE_MOST);
  for (;;) {
    while (state.held.length < 2 && !state.ended) await more();
    const after = take(2).toString('latin1');
    if (after === '--') return;
    if (after !== '\r\n') throw new Malformed('a boundary is followed by something else');
    // A part may have no header of its own: its first line is then empty.
    state.held = Buffer.concat([Buffer.from('\r\n'), state.held]);
    const header = (await upTo(CRLF2, HEADER_MOST)).toString('latin1');
    const body = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = state.held.indexOf(delimiter);
        if (at >= 0) {
          if (at > 0) yield take(at);
          take(delimiter.length);
          return;
        }
        const sure = state.held.length - delimiter.length + 1;
        if (sure > 0) yield take(sure);
        if (state.ended) throw new Malformed('the last boundary is missing');
        await more();
      }
    };
    yield { type: (/\r\ncontent-type:\s*([^\r\n;]+)/i.exec(header)?.[1] ?? '').trim().toLowerCase(), body: body() };
  }
};
