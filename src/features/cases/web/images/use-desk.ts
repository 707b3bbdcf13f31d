import { useEffect, useRef, useState } from 'preact/hooks';
import { useReload } from '#web/context.tsx';
import { emptyDesk, type Desk } from './desk.ts';
import type { Session } from './session.ts';
import type { Sending } from './uploader.ts';

/** The desk of a case. On the server and until the scripts of cleaning are here: empty, and no session. */
export const useDesk = (caseId: string): { readonly desk: Desk; readonly session: Session | undefined } => {
  const [session, setSession] = useState<Session>();
  const [desk, setDesk] = useState<Desk>(emptyDesk);
  useEffect(() => {
    let stop = (): void => {};
    let gone = false;
    void import('./session.ts').then(({ sessionOf }) => {
      if (gone) return;
      const open = sessionOf(caseId);
      const look = (): void => setDesk(open.desk());
      look();
      stop = open.on(look);
      setSession(open);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [caseId]);
  return { desk, session };
};

const nothing: Sending = { now: undefined, runs: [], resting: false, rate: 0 };

/** What this device still sends of a case. Each tier that arrives asks for the page's data again. */
export const useSendingOf = (caseId: string): Sending => {
  const [state, setState] = useState(nothing);
  // The frame hands out its acts after the first effects: always the newest is asked.
  const reload = useRef(useReload());
  reload.current = useReload();
  useEffect(() => {
    let stops: (() => void)[] = [];
    let gone = false;
    void import('./uploader.ts').then(({ onArrived, onSending, sendingNow, wakeUploader }) => {
      if (gone) return;
      const look = (): void => {
        const all = sendingNow();
        setState({ ...all, runs: all.runs.filter((run) => run.caseId === caseId && run.going) });
      };
      stops = [onSending(look), onArrived((one) => { if (one.caseId === caseId) void reload.current(); })];
      look();
      wakeUploader();
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [caseId]);
  return state;
};
