import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Button, IconButton } from './button.tsx';

/** A native modal dialog: focus is held and given back by the browser, Escape closes. */
export const Dialog = ({ open, onClose, title, children }: { open: boolean; onClose: () => void; title: ComponentChildren; children: ComponentChildren }) => {
  const l = useLocale();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && box.current?.open === false) box.current.showModal();
    if (!open && box.current?.open === true) box.current.close();
  }, [open]);
  return (
    <dialog ref={box} class="sheet" aria-labelledby={id} onClose={onClose}>
      {open && (
        <div class="stack">
          <div class="split"><h2 id={id}>{title}</h2><IconButton icon="x" label={say.close(l)} onClick={onClose} /></div>
          {children}
        </div>
      )}
    </dialog>
  );
};

/** One question before what cannot be put back. The act repeats its object ("Withdraw the case"), beside "Cancel". */
export const Confirm = ({ open, question, act, onYes, onNo, busy, kind = 'stop' }: {
  open: boolean;
  question: string;
  act: string;
  onYes: () => void;
  onNo: () => void;
  busy?: string | undefined;
  kind?: 'stop' | 'main';
}) => {
  const l = useLocale();
  return (
    <Dialog open={open} onClose={onNo} title={act}>
      <p><Say>{question}</Say></p>
      <div class="row">
        <Button kind={kind} onClick={onYes} busy={busy}>{act}</Button>
        <Button kind="bare" onClick={onNo}>{say.cancel(l)}</Button>
      </div>
    </Dialog>
  );
};
