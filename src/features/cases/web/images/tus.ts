// One file to the node by tus: small chunks, taken up at the last one the node has. The library comes over the network when something is sent.
import type { DetailedError } from 'tus-js-client';
import { prepareSentence, type Refused, refusedAs } from '#web/refusals.ts';
import type { Tier } from './shelf.ts';

/** 256 kB: on a link of 256 kbit/s a broken one loses eight seconds. */
const CHUNK = 256 * 1024;
const PAUSES_MS = [500, 2000, 5000];

export type SendEnd = { readonly kind: 'sent' } | { readonly kind: 'passing' } | { readonly kind: 'refused'; readonly refused: Refused };
export type SendFile = {
  readonly runId: string;
  readonly tier: Tier;
  readonly file: Blob;
  readonly sha256: string;
  readonly progress: (bytes: number) => void;
  /** Is given what stops this upload; it then ends as `passing`. */
  readonly stop: (stop: () => void) => void;
};

/** The metadata of an upload names run, tier and hash: no file name, no time. */
export const sendFile = async ({ runId, tier, file, sha256, progress, stop }: SendFile): Promise<SendEnd> => {
  const tus = await import('tus-js-client').catch(() => undefined);
  if (tus === undefined) return { kind: 'passing' };
  return new Promise((done) => {
    const upload = new tus.Upload(file, {
      endpoint: '/api/uploads', chunkSize: CHUNK, retryDelays: PAUSES_MS, metadata: { runId, tier, sha256 },
      fingerprint: async () => `hamdel ${runId} ${tier}`, removeFingerprintOnSuccess: true,
      onProgress: progress,
      onShouldRetry: (error) => !isRefusal(statusOf(error)),
      onSuccess: () => done({ kind: 'sent' }),
      onError: (error) => void endOf(error).then(done),
    });
    stop(() => {
      void upload.abort();
      done({ kind: 'passing' });
    });
    void upload.findPreviousUploads().then(([previous]) => {
      if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
      upload.start();
    });
  });
};

type Failed = Error | DetailedError;
const statusOf = (error: Failed): number => ('originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0);
// 409 and 423 are tus's own "not at this offset" and "locked"; a refusal of ours with 409 carries a body that says so.
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && ![401, 403, 408, 409, 423, 429].includes(status);

const endOf = async (error: Failed): Promise<SendEnd> => {
  const response = 'originalResponse' in error ? error.originalResponse : undefined;
  const said = parsed(response?.getBody() ?? '');
  if (said !== undefined && said.code !== 'web.signInFirst' && said.family !== 'too-many' && said.family !== 'offline') {
    await prepareSentence(said);
    return { kind: 'refused', refused: said };
  }
  if (isRefusal(statusOf(error))) return { kind: 'refused', refused: refusedAs('invalid', 'cases.images.code.notTaken') };
  return { kind: 'passing' };
};

const families: readonly string[] = ['invalid', 'forbidden', 'not-found', 'conflict', 'too-many', 'offline'];
const parsed = (body: string): Refused | undefined => {
  try {
    const { family, code, params } = JSON.parse(body) as Partial<Refused>;
    return families.includes(family ?? '') && typeof code === 'string' ? refusedAs(family as Refused['family'], code, params ?? {}) : undefined;
  } catch {
    return undefined;
  }
};
