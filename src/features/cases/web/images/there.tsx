// The runs that the case has: label, order, taking out, certificate.
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Say, X } from '#web/text/say.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/cases.ts';
import type { CaseOfImages, RunThere } from './case-of.ts';
import { CertificateDetails } from './certificate.tsx';
import { projectionOf } from './projection.ts';

export const viewOf = (run: RunThere): string => projectionOf({ primaryAngle: run.primaryAngle, secondaryAngle: run.secondaryAngle, modality: run.sidecar.modality ?? '' });

export const RunsThere = ({ of: c, onOut }: { of: CaseOfImages; onOut: (id: string) => Promise<void> }) => {
  const l = useLocale();
  const reload = useReload();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const runs = [...c.runs].sort((a, b) => a.position - b.position);
  /** Positions are made a plain count again: older runs may share one. */
  const move = async (from: number, to: number): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const order = [...runs];
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, run] of order.entries()) {
      if (run.position === position) continue;
      const answer = await api.put(`/api/cases/${c.id}/runs/${run.id}`, { position });
      if (!answer.ok) setRefused(answer);
    }
    await reload();
    setBusy(false);
  };
  return (
    <section class="sect" id="there">
      <h2>{say.imagesThereTitle(l)}</h2>
      <RefusalNote refused={refused} />
      {runs.length === 0 ? <p class="meta">{say.imagesThereNone(l)}</p> : (
        <ol class="list tight there">
          {runs.map((run, n) => (
            <One key={run.id} run={run} caseId={c.id} edit={c.may.addRun} onOut={() => onOut(run.id)} onRefused={setRefused}
              {...(n > 0 ? { onUp: () => void move(n, n - 1) } : {})} {...(n < runs.length - 1 ? { onDown: () => void move(n, n + 1) } : {})} />
          ))}
        </ol>
      )}
    </section>
  );
};

const One = ({ run, caseId, edit, onUp, onDown, onOut, onRefused }: {
  run: RunThere; caseId: string; edit: boolean; onUp?: () => void; onDown?: () => void; onOut: () => Promise<void>; onRefused: (refused: Refused | undefined) => void;
}) => {
  const l = useLocale();
  const [label, setLabel] = useState(run.label);
  const [asking, setAsking] = useState(false);
  const view = viewOf(run);
  const save = async (): Promise<void> => {
    if (label.trim() === run.label) return;
    const answer = await api.put(`/api/cases/${caseId}/runs/${run.id}`, { label: label.trim() });
    onRefused(answer.ok ? undefined : answer);
    if (answer.ok) tell(say.imagesThereSaved(l));
  };
  const size = (bytes: number | undefined): string => (bytes === undefined ? say.imagesThereNone1(l) : bytesText(l, bytes));
  return (
    <li data-run={run.id}>
      {run.t0 ? <img src={run.t0.url} alt="" width="96" height="96" loading="lazy" /> : <span class="no-still" />}
      <div class="stack near">
        <b><X>{view}</X></b>
        <p class="meta"><Say>{say.imagesThereTiers(l, { t0: size(run.t0?.bytes), t1: size(run.t1?.bytes), t2: size(run.t2?.bytes) })}</Say></p>
        {edit ? (
          // Saved when the field is left, as all fields of a case.
          <div onFocusOut={() => void save()}><TextField label={say.imagesThereLabel(l)} hint={say.imagesThereLabelHint(l)} value={label} onValue={setLabel} maxLength={60} /></div>
        ) : run.label !== '' && <p><bdi>{run.label}</bdi></p>}
        {edit && (
          <div class="row keep">
            {onUp && <Button kind="bare" small onClick={onUp} label={`${say.imagesThereUp(l)} ${view}`}>{say.imagesThereUp(l)}</Button>}
            {onDown && <Button kind="bare" small onClick={onDown} label={`${say.imagesThereDown(l)} ${view}`}>{say.imagesThereDown(l)}</Button>}
            <Button kind="bare" small onClick={() => setAsking(true)} label={`${say.imagesThereOut(l)} ${view}`}>{say.imagesThereOut(l)}</Button>
          </div>
        )}
        <CertificateDetails caseId={caseId} runId={run.id} />
        <Confirm open={asking} question={say.imagesThereOutAsk(l, { view })} act={say.imagesThereOutAct(l)} onNo={() => setAsking(false)} onYes={() => { setAsking(false); void onOut(); }} />
      </div>
    </li>
  );
};
