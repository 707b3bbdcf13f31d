// Beside the result: complications by name, bleeding by BARC, and how the vessel was left. All of it is at the teller's will.

import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { Say, UserRun, X } from '#web/text/say.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import * as say from '#words/outcomes.ts';
import { type Barc, barcs, type Complication, complications, isFatal } from '../rules/choices.ts';
import type { OutcomeDetails } from '../rules/wire.ts';
import { barcWords, complicationWords } from './words.ts';

type Form = { readonly moment: string; readonly result: string; readonly details: OutcomeDetails; readonly onDetails: (details: OutcomeDetails) => void };

const most = 10;

export const OutcomeDetailsForm = ({ moment, result, details, onDetails }: Form) => {
  const l = useLocale();
  const told = details.complications ?? [];
  const turn = (id: Complication, on: boolean) => onDetails({ ...details, complications: on ? [...told, id].slice(0, most) : told.filter((one) => one !== id) });
  return (
    <>
      {result !== 'no-event' && (
        <>
          <details class="why">
            <summary>{say.detailsComplications(l)}</summary>
            <fieldset class="row ticks" aria-label={say.detailsComplications(l)}>
              {complications.map((id) => <Check key={id} checked={told.includes(id)} onValue={(on) => turn(id, on)}>{complicationWords[id](l)}</Check>)}
            </fieldset>
          </details>
          <Select label={say.detailsBleeding(l)} options={barcs.filter((one) => result === 'died' || !isFatal(one)).map((value) => ({ value, label: barcWords[value](l) }))}
            value={details.bleedingBarc} onValue={(bleedingBarc) => onDetails({ ...details, bleedingBarc })} />
        </>
      )}
      {moment === 'hospital' && (
        <div class="two">
          <Select label={say.detailsTimi(l)} options={['0', '1', '2', '3'].map((value) => ({ value, label: `TIMI ${value}` }))} value={details.timiAfter?.toString()}
            onValue={(flow) => onDetails({ ...details, timiAfter: flow === undefined ? undefined : Number(flow) })} />
          <NumberField label={say.detailsResidual(l)} unit="%" low={0} high={100} example="10" value={details.residualStenosisPct}
            onValue={(pct) => onDetails({ ...details, residualStenosisPct: typeof pct === 'number' ? pct : undefined })} />
        </div>
      )}
    </>
  );
};

const isComplication = (id: unknown): id is Complication => (complications as readonly unknown[]).includes(id);
const isBarc = (id: unknown): id is Barc => (barcs as readonly unknown[]).includes(id);

/** What was told beside the result, in one row; nothing when nothing was. */
export const OutcomeDetailsTold = ({ of }: { of: Readonly<Record<string, unknown>> }) => {
  const l = useLocale();
  const { event, bleedingBarc, timiAfter, residualStenosisPct } = of;
  const parts: ComponentChildren[] = [
    ...(typeof event === 'string' && event !== '' ? [<UserRun text={event} lang={/[\u0600-\u06ff]/.test(event) ? 'fa' : 'en'} />] : []),
    ...(Array.isArray(of.complications) ? of.complications.filter(isComplication).map((id) => <Say>{complicationWords[id](l)}</Say>) : []),
    ...(isBarc(bleedingBarc) ? [<Say>{barcWords[bleedingBarc](l)}</Say>] : []),
    ...(typeof timiAfter === 'number' ? [<X>{`TIMI ${timiAfter}`}</X>] : []),
    ...(typeof residualStenosisPct === 'number' ? [<>{say.detailsResidual(l)} <X>{`${residualStenosisPct}%`}</X></>] : []),
  ];
  return parts.length === 0 ? null : <ul class="parts">{parts.map((part, i) => <li key={i}>{part}</li>)}</ul>;
};
