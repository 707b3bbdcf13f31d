// Type and choose: a field, what was found below it as buttons. No list that opens over the page, so it works with one hand and any screen reader.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';

const PAUSE_MS = 220;

/** Answers of `path?q=` for what is typed; undefined before the first. Only the newest wish counts. */
export const useFound = <T,>(path: string, typed: string, more: Readonly<Record<string, string>> = {}): { found: readonly T[] | undefined; refused: Refused | undefined } => {
  const [found, setFound] = useState<readonly T[]>();
  const [refused, setRefused] = useState<Refused>();
  const turn = useRef(0);
  const wish = `${path}?${new URLSearchParams({ q: typed, ...more })}`;
  useEffect(() => {
    const mine = ++turn.current;
    if (typed.trim().length < 2) return setFound(undefined);
    const timer = setTimeout(async () => {
      const answer = await api.get<readonly T[]>(wish);
      if (mine !== turn.current) return;
      setRefused(answer.ok ? undefined : answer);
      if (answer.ok) setFound(answer.value);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wish]);
  return { found, refused };
};

export const Finder = <T extends { readonly id: string }>({ path, more, label, hint, lineOf, moreOf, onPick, foot, without = [] }: {
  path: string;
  more?: Readonly<Record<string, string>>;
  label: ComponentChildren;
  hint?: ComponentChildren;
  lineOf: (one: T) => ComponentChildren;
  moreOf?: (one: T) => ComponentChildren;
  onPick: (one: T) => void;
  foot?: ComponentChildren;
  /** Ids left out of what was found. */
  without?: readonly string[];
}) => {
  const l = useLocale();
  const [typed, setTyped] = useState('');
  const { found, refused } = useFound<T>(path, typed, more);
  const shown = found?.filter(({ id }) => !without.includes(id)).slice(0, 8);
  return (
    <div class="pick">
      <TextField label={label} hint={hint} type="search" value={typed} onValue={setTyped} autocomplete="off" maxLength={120} />
      <span class={shown?.length === 0 ? 'meta' : 'vh'} role="status">{shown ? say.institutionFound(l, { n: shown.length }) : ''}</span>
      {shown && shown.length > 0 && (
        <ul>
          {shown.map((one) => (
            <li key={one.id}>
              <button type="button" class="member" onClick={() => { setTyped(''); onPick(one); }}>
                <span><b>{lineOf(one)}</b>{moreOf && <small>{moreOf(one)}</small>}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <RefusalNote refused={refused} />
      {foot && <div>{foot}</div>}
    </div>
  );
};
