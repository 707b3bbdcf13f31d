// Choosing a colleague: by a name in either script, or by a field. Embedded by asking, handing on, stewardship.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { named, useLocale } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Face } from '#web/ui/people.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { FoundPerson } from '../rules/colleague.ts';
import { useFound } from './finder.tsx';
import { lineText, plainName, titledName } from './said.ts';
import './people.css';

/**
 * A search field and, below it, whom it found; one tap gives the person to `onPick`.
 * `without` are ids not to offer; `casesOnly` leaves out who may see no case (industry).
 */
export const PersonPicker = ({ onPick, label, hint, picked, without = [], casesOnly = false, concept }: {
  onPick: (person: FoundPerson) => void;
  label?: ComponentChildren;
  hint?: ComponentChildren;
  /** Whom `onPick` was given last, shown below the field. */
  picked?: FoundPerson | undefined;
  without?: readonly string[];
  casesOnly?: boolean;
  /** Narrows to who knows this field of the taxonomy. */
  concept?: string | undefined;
}) => {
  const l = useLocale();
  const [typed, setTyped] = useState('');
  const { found, refused } = useFound<FoundPerson>('/api/people', typed, { limit: '12', ...(concept ? { concept } : {}) });
  const shown = found?.filter((one) => !without.includes(one.id) && (!casesOnly || one.seesCases));
  return (
    <div class="pick">
      <TextField label={label ?? say.pickerLabel(l)} hint={hint ?? say.pickerHint(l)} type="search" value={typed} onValue={setTyped} autocomplete="off" maxLength={120} />
      <span class={shown?.length === 0 ? 'meta' : 'vh'} role="status">{shown === undefined ? '' : shown.length === 0 ? say.pickerNone(l) : say.peopleCount(l, { n: shown.length })}</span>
      {shown && shown.length > 0 && (
        <ul>
          {shown.map((one) => (
            <li key={one.id}>
              <button type="button" class="member" onClick={() => { setTyped(''); onPick(one); }}>
                <Face of={one} />
                <span>
                  <b><Say>{titledName(l, one)}</Say></b>
                  <small><Say>{lineText(l, one)}</Say></small>
                  {one.expertise.length > 0 && <small>{one.expertise.slice(0, 3).map((e, i) => <>{i > 0 && ' · '}<UserRun text={named(l, e)} lang={l} /></>)}</small>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {picked && <p role="status"><Say>{say.pickerChosen(l, { name: plainName(l, picked) })}</Say></p>}
      <RefusalNote refused={refused} />
    </div>
  );
};
