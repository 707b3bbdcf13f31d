import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';
import { LetterBadge } from './opinion-card.tsx';

/**
 * Where the opinions agree and where they differ, in order of arrival; no count, no mean, no winner.
 * `same` rows come first and tinted; a cell that is undefined was not said. On a phone each row becomes its label with lettered answers.
 */
export const Matrix = ({ caption, heads, same, rows }: {
  caption: string;
  /** One PersonLine without face, or a name, for each opinion. */
  heads: readonly ComponentChildren[];
  same: readonly ComponentChildren[];
  rows: readonly { readonly label: ComponentChildren; readonly cells: readonly (ComponentChildren | undefined)[] }[];
}) => {
  const l = useLocale();
  return (
    <table class="matrix">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <td><span class="vh">{say.opinionRow(l)}</span></td>
          {heads.map((head, i) => <th key={i} scope="col"><div class="who"><LetterBadge index={i} />{head}</div></th>)}
        </tr>
      </thead>
      <tbody>
        {same.map((what, i) => (
          <tr key={`same${i}`} class="same">
            <th scope="row">{say.opinionAll(l)}</th>
            <td colSpan={heads.length}><span class="k"><Icon name="same" /></span><span><span class="only-wide"><Icon name="same" /></span>{what}</span></td>
          </tr>
        ))}
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell, j) => (
              <td key={j} class={cell === undefined ? 'mute' : undefined}>
                <LetterBadge index={j} small /><span>{cell ?? say.opinionNotSaid(l)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
