// What is going now, tier by tier; the full films may wait for Wi-Fi.
import { useEffect, useState } from 'preact/hooks';
import { Leaving, totals } from './leaving.tsx';
import type { useSendingOf } from './use-desk.ts';

export const Going = ({ sending }: { sending: ReturnType<typeof useSendingOf> }) => {
  const [free, setFree] = useState(true);
  useEffect(() => {
    void import('./link.ts').then(({ mayGo, onLine }) => {
      setFree(mayGo());
      onLine(() => setFree(mayGo()));
    });
  }, []);
  const { sent, all } = totals(sending, 't2');
  const waitsForWifi = !free && sent < all && sending.runs.some(({ hurry }) => !hurry);
  const hurryUp = async (): Promise<void> => (await import('./uploader.ts')).hurry(sending.runs.map(({ id }) => id));
  return <Leaving sending={sending} waitsForWifi={waitsForWifi} onHurry={() => void hurryUp()} />;
};
