// Access and kit. Advice for this shelf: each thing is on it, or is wished for with what to do without it.

import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Check, Seg } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/opinions.ts';
import { accesses } from '../rules/choices.ts';
import type { OpinionBody } from '../rules/wire.ts';
import { type Access, accessWords, kitSentence, type Shelf } from './said.ts';

const usual: readonly Access[] = ['radial-right', 'radial-left', 'femoral-right', 'femoral-left', 'transseptal'];

export const KitAndAccess = ({ body, onBody, lang, shelf }: { body: OpinionBody; onBody: (patch: OpinionBody) => void; lang: string; shelf: Shelf }) => {
  const l = useLocale();
  const [item, setItem] = useState('');
  const [when, setWhen] = useState<'on-shelf' | 'if-available'>('on-shelf');
  const [instead, setInstead] = useState('');
  const kit = body.kit ?? [];
  const chosen = body.access ?? [];
  const shown = accesses.filter((a) => usual.includes(a) || chosen.includes(a));
  const rest = accesses.filter((a) => !shown.includes(a));
  const route = (a: Access) => (
    <Check key={a} checked={chosen.includes(a)} onValue={(on) => onBody({ access: on ? [...chosen, a].slice(0, 4) : chosen.filter((c) => c !== a) })}>{accessWords[a](l)}</Check>
  );
  const add = () => {
    if (!item.trim()) return;
    onBody({ kit: [...kit, { item: item.trim(), when, ...(when === 'if-available' && instead.trim() ? { instead: instead.trim() } : {}) }] });
    setItem('');
    setInstead('');
  };
  const sep = l === 'fa' ? '، ' : ', ';
  return (
    <>
      <fieldset class="field wide">
        <legend class="lab">{say.formAccess(l)}</legend>
        <div class="row">
          {shown.map(route)}
        </div>
        <details class="why"><summary>{say.formAccessMore(l)}</summary><div class="row">{rest.map(route)}</div></details>
      </fieldset>
      <fieldset class="field wide">
        <legend class="lab">{say.formKit(l)}</legend>
        {(shelf.have.length > 0 || shelf.haveNot.length > 0) && (
          <p class="hint"><Say>{say.formKitHint(l, { have: shelf.have.join(sep) || '—', haveNot: shelf.haveNot.join(sep) || '—' })}</Say></p>
        )}
        {kit.length > 0 && (
          <ul class="list tight">
            {kit.map((k, i) => (
              <li key={`${k.item}${i}`} class="split"><span><Say>{kitSentence(l, k)}</Say></span><IconButton icon="x" label={say.formRemove(l, { what: k.item })} onClick={() => onBody({ kit: kit.filter((_, j) => j !== i) })} /></li>
            ))}
          </ul>
        )}
        <div class="two">
          <TextField label={say.formKitAdd(l)} value={item} onValue={setItem} lang={lang} maxLength={80} />
          <Seg label={say.formKit(l)} value={when} options={[{ value: 'on-shelf', label: say.formOnShelf(l) }, { value: 'if-available', label: say.formIfAvailable(l) }]} onValue={setWhen} />
          {when === 'if-available' && <TextField label={say.formInstead(l)} value={instead} onValue={setInstead} lang={lang} maxLength={80} />}
        </div>
        <div class="row"><Button small icon="ask" onClick={add}>{say.formKitAdd(l)}</Button></div>
      </fieldset>
    </>
  );
};
