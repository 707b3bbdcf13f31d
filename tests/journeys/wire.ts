// What went over the wire and when, as the browser's own debugger tells it.

import type { CDPSession, Page } from 'playwright-core';

export type OnWire = { readonly url: string; readonly began: number; answered: number; ended: number; bytes: number };

/** Listens from now on. Times are milliseconds after the first request; bytes are as transferred, heads included. */
export const listenToWire = async (page: Page): Promise<{ all(): OnWire[]; session: CDPSession }> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const found = new Map<string, OnWire>();
  let first: number | undefined;
  const ms = (seconds: number): number => {
    first ??= seconds;
    return Math.round((seconds - first) * 1000);
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (request.url.startsWith('http')) found.set(requestId, { url: new URL(request.url).pathname, began: ms(timestamp), answered: 0, ended: 0, bytes: 0 });
  });
  session.on('Network.responseReceived', ({ requestId, timestamp }) => {
    const one = found.get(requestId);
    if (one) one.answered = ms(timestamp);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = found.get(requestId);
    if (one) Object.assign(one, { ended: ms(timestamp), bytes: encodedDataLength });
  });
  return { all: () => [...found.values()], session };
};

/** One line a request, for reading where the time went. */
export const waterfall = (all: readonly OnWire[]): string =>
  all.map(({ url, began, answered, ended, bytes }) => `${String(began).padStart(6)} ${String(answered).padStart(6)} ${String(ended).padStart(6)} ms ${String(bytes).padStart(7)} B ${url.slice(-60)}`).join('\n');
