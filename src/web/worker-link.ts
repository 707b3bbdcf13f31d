// The page's side of the service worker: registering it, and making this device forget when the person changes.
import { device } from './device.ts';
import { bytesWaiting } from './outbox.ts';
import { assetUrl } from './trusted.ts';

/** Registers /sw.js. A browser without it, or a page over plain http on another host, simply has no offline copy. */
export const linkWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(assetUrl('/sw.js'), { scope: '/', updateViaCache: 'none' });
  } catch {
    // Refused (private window): reading online works as ever.
  }
};

const tellWorker = (message: { kind: 'forget' }): void => navigator.serviceWorker?.controller?.postMessage(message);

const clearCaches = async (): Promise<void> => {
  tellWorker({ kind: 'forget' });
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith('hamdel-own-')) await caches.delete(name);
};

/** Called with whoever is signed in now: what was kept for another is deleted before anything of the new one is kept. */
export const meetPerson = async (id: string | undefined): Promise<void> => {
  const before = await device.get<string>('kept', 'person');
  if (before === (id ?? '')) return;
  if (before !== undefined && before !== '') {
    await clearCaches();
    await device.clear('kept');
  }
  await device.put('kept', 'person', id ?? '');
};

/** At sign-out: pages and pictures kept for reading offline go; what waits to be sent stays for its person. Gives the bytes that stay. */
export const forgetHere = async (): Promise<number> => {
  await clearCaches();
  await device.clear('kept');
  return bytesWaiting();
};
