// Rows of one part of a CV: each a line, opened to be written in. What is typed goes straight into the draft.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/candidates.ts';

export type Line = { readonly main: string; readonly under?: string };

export const RowList = <T extends { readonly id: string }>({ rows, onRows, lineOf, editor, children }: {
  rows: readonly T[];
  onRows: (rows: T[]) => void;
  /** Text of the line; what it holds of user text is isolated. */
  lineOf: (row: T) => Line;
  editor: (row: T, change: (patch: Partial<T>) => void) => ComponentChildren;
  /** Adds a row; `open` shows it at once. */
  children?: (open: (id: string) => void) => ComponentChildren;
}) => {
  const l = useLocale();
  const [open, setOpen] = useState<readonly string[]>([]);
  const shut = (id: string) => setOpen(open.filter((one) => one !== id));
  return (
    <>
      {rows.length > 0 && (
        <ul class="list tight">
          {rows.map((row) => {
            const { main, under } = lineOf(row);
            const what = main.replace(/[\u2066-\u2069]/g, '');
            return (
              <li key={row.id}>
                <div class="split">
                  <span><b><Say>{main || say.untitled(l)}</Say></b>{under && <small class="cv-under"><Say>{under}</Say></small>}</span>
                  <span class="row keep">
                    {open.includes(row.id)
                      ? <Button small onClick={() => shut(row.id)}>{say.done(l)}</Button>
                      : <Button small label={say.editOf(l, { what })} onClick={() => setOpen([...open, row.id])}>{say.edit(l)}</Button>}
                    <Button small kind="bare" label={say.removeOf(l, { what })} onClick={() => onRows(rows.filter(({ id }) => id !== row.id))}>{say.remove(l)}</Button>
                  </span>
                </div>
                {open.includes(row.id) && <div class="sheet stack above-2">{editor(row, (patch) => onRows(rows.map((one) => (one.id === row.id ? { ...one, ...patch } : one))))}</div>}
              </li>
            );
          })}
        </ul>
      )}
      {rows.length === 0 && <p class="meta">{say.cvEmpty(l)}</p>}
      {children && <div class="row">{children((id) => setOpen([...open, id]))}</div>}
    </>
  );
};
