// A sheet on the page: what the paper shows, in the same order and with the same isolates.
import './cv.css';
import { directionOf } from '#kernel/locale.ts';
import { Say } from '#web/text/say.tsx';
import type { Sheet, SheetTable } from '../rules/sheet.ts';

export const Paper = ({ sheet }: { sheet: Sheet }) => (
  <article class="paper" lang={sheet.lang} dir={directionOf(sheet.lang)}>
    <header>
      <p class="paper-name"><bdi>{sheet.name}</bdi></p>
      {sheet.otherName !== '' && <p class="meta"><bdi>{sheet.otherName}</bdi></p>}
      <p><Say>{sheet.line}</Say></p>
      {sheet.orcid !== '' && <p class="meta"><bdi>ORCID {sheet.orcid}</bdi></p>}
    </header>
    {sheet.sections.map((section) => (
      <section key={section.part}>
        <h2>{section.title}</h2>
        {section.text !== '' && section.text.split('\n').map((part, i) => <p key={i}><Say>{part}</Say></p>)}
        {section.table && <Table table={section.table} label={section.title} />}
        {section.rows.length > 0 && (
          <ul class="paper-rows">
            {section.rows.map((row, i) => (
              <li key={i} class={row.side === '' ? undefined : 'paper-two'}>
                <div>
                  <p class="paper-main" lang={row.lang} dir={directionOf(row.lang)}><Say>{row.main}</Say></p>
                  {row.under.map((under) => <p key={under} class="meta"><Say>{under}</Say></p>)}
                </div>
                {row.side !== '' && <p class="meta paper-side">{row.side}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
    <footer class="meta"><Say>{sheet.foot}</Say></footer>
  </article>
);

const Table = ({ table, label }: { table: SheetTable; label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: many years scroll sideways, by keys too
  <div class="paper-table" role="group" aria-label={label} tabIndex={0}>
    <table class="tab">
      <thead><tr>{table.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>{table.rows.map((row, i) => <tr key={i}>{row.map((cell, at) => (at === 0 ? <th key={at} scope="row"><Say>{cell}</Say></th> : <td key={at}>{cell}</td>))}</tr>)}</tbody>
    </table>
  </div>
);
