import { randomBytes, randomUUID } from 'node:crypto';
import { newId } from '#kernel/ids.ts';

const random = { bytes: (n: number) => new Uint8Array(randomBytes(n)) };
const draft = { lang: 'en', kind: 'consult', urgency: 'elective', audience: 'people', hidden: false, decideBy: null, fields: {}, texts: {} };
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What the node acknowledged: case → the version of its last acknowledged write. */
export type Writers = { acknowledged: Map<string, number>; repeated: number; refused: string[]; stop(): Promise<void> };

/** Doctors who start drafts and save them, each write repeated under its own key until it is answered, whatever dies meanwhile. */
export function startWriters(url: string, cookies: readonly string[], { savesPerCase }: { savesPerCase: number }): Writers {
  const writers: Writers = { acknowledged: new Map(), repeated: 0, refused: [], stop: async () => {} };
  let stopping = false;
  const loops = cookies.map(async (cookie, i) => {
    while (!stopping) {
      const id = newId(new Date(), random);
      if (!(await send('POST', '/api/cases', { id, lang: 'en' }))) continue;
      writers.acknowledged.set(id, 1);
      for (let version = 1; version <= savesPerCase && !stopping; version++) {
        if (!(await send('PUT', `/api/cases/${id}`, { ...draft, version }))) break;
        writers.acknowledged.set(id, version + 1);
      }
    }

    async function send(method: string, path: string, body: unknown): Promise<boolean> {
      const key = randomUUID();
      for (let tries = 0; ; tries++) {
        if (tries > 0) writers.repeated += 1;
        // Each its own address: the limit for one address is not what is tried here.
        const answer = await fetch(url + path, {
          method,
          headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key, 'x-forwarded-for': `10.0.${i}.${Math.floor(Math.random() * 250)}` },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(5000),
        }).catch(() => null);
        if (answer?.ok === true && (await answer.text().then(() => true, () => false))) return true;
        if (answer !== null && answer.status < 500 && answer.status !== 429 && !answer.ok) {
          writers.refused.push(`${method} ${path}: ${answer.status} ${await answer.text().catch(() => '')}`);
          return false;
        }
        // A write under way at the end is seen through, so that "acknowledged" is exact.
        if (stopping && tries > 200) return false;
        await pause(40);
      }
    }
  });
  writers.stop = async () => {
    stopping = true;
    await Promise.all(loops);
  };
  return writers;
}

