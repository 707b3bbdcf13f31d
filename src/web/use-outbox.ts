import { useEffect, useState } from 'preact/hooks';
import { bytesBeside, onBeside } from './beside-outbox.ts';
import { isAway, onNet } from './net.ts';
import { bytesWaiting, type Intent, isSending, onOutbox, waitingNow } from './outbox.ts';

export type Sending = { readonly items: readonly Intent[]; readonly bytes: number; readonly away: boolean; readonly sending: boolean; /** Bytes of films that go beside the outbox. */ readonly beside: number };

const none: Sending = { items: [], bytes: 0, away: false, sending: false, beside: 0 };

/** What waits on this device and whether the node is reached. On the server, and at hydration: nothing waits. */
export const useSending = (): Sending => {
  const [state, setState] = useState(none);
  useEffect(() => {
    const look = () => setState({ items: waitingNow(), bytes: bytesWaiting(), away: isAway(), sending: isSending(), beside: bytesBeside() });
    look();
    const stops = [onOutbox(look), onNet(look), onBeside(look)];
    return () => { for (const stop of stops) stop(); };
  }, []);
  return state;
};
