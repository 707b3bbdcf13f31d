// Choosing topics from a list that narrows as one types. What Enter takes is reckoned from the letters that stand in the field at that
// moment, not from what was last drawn: fast typists press Enter before a list is redrawn.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Term } from 'language';
import { useLocale } from '#web/context.tsx';
import { Field } from '#web/ui/field.tsx';
import * as say from '#words/cases.ts';
import { searchTopics, topicNamed, topicsNamed } from '../../rules/topic-search.ts';

type Props = { readonly chosen: readonly string[]; readonly text: string; readonly onAdd: (term: Term) => void; readonly full: boolean; readonly unnamed: readonly string[]; readonly onName: (term: Term) => void };

export const TopicPicker = ({ chosen, text, onAdd, full, unnamed, onName }: Props) => {
  const l = useLocale();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const marked = useRef(0);
  // Topics of a draft that never reached the node come without their names.
  useEffect(() => { for (const term of unnamed.map(topicNamed)) if (term !== undefined) onName(term); }, [unnamed.join()]);
  const found = searchTopics(typed, chosen);
  const mark = (i: number) => {
    marked.current = i;
    setAt(i);
  };
  const take = (term: Term | undefined) => {
    if (term === undefined || full) return;
    onAdd(term);
    if (field.current) field.current.value = '';
    setTyped('');
    mark(0);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = searchTopics(field.current?.value ?? '', chosen);
    if (event.key === 'Escape') return setOpen(false);
    if (event.key === 'Enter' && (open || field.current?.value)) {
      event.preventDefault();
      return take(now[Math.min(marked.current, now.length - 1)]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || now.length === 0) return;
    event.preventDefault();
    if (!open) setOpen(true);
    else mark((marked.current + step + now.length) % now.length);
  };
  const named = full ? [] : topicsNamed(text, chosen);
  return (
    <div class="stack near">
      <Field label={say.topicAdd(l)} hint={full ? say.topicMost(l) : say.topicHint(l)}>
        {({ id, describedBy }) => (
          <div class="combo" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false); }}>
            <input
              ref={field} class="in" id={id} type="text" role="combobox" autocomplete="off" spellcheck={false} dir="auto" aria-describedby={describedBy} disabled={full}
              aria-expanded={open} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={open && found[at] ? `${listId}-${at}` : undefined}
              onInput={(event) => { setTyped(event.currentTarget.value); mark(0); setOpen(true); }} onClick={() => setOpen(true)} onKeyDown={onKeyDown}
            />
            <ul id={listId} role="listbox" aria-label={say.topicLabel(l)} hidden={!open}>
              {found.map((term, i) => (
                <li key={term.id} id={`${listId}-${i}`} role="option" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); take(term); }}>
                  <span>{term[l]}</span>{term.en !== term.fa && <bdi class="meta" lang={l === 'fa' ? 'en' : 'fa'}>{term[l === 'fa' ? 'en' : 'fa']}</bdi>}
                </li>
              ))}
              {found.length === 0 && <li class="meta" role="option" aria-disabled="true" aria-selected="false">{say.topicNone(l)}</li>}
            </ul>
            <span class="vh" role="status">{open ? say.topicCount(l, { n: found.length }) : ''}</span>
          </div>
        )}
      </Field>
      {named.length > 0 && (
        <p class="or"><span class="meta">{say.topicMentioned(l)}</span>{named.map((term) => <button key={term.id} type="button" onClick={() => onAdd(term)}>+ {term[l]}</button>)}</p>
      )}
    </div>
  );
};
