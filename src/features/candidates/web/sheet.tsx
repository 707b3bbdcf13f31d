// The CV as others would read it, in either language; printed, it is a paper too.
import './cv.css';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Empty, Note } from '#web/ui/note.tsx';
import * as say from '#words/candidates.ts';
import type { Sheets } from './answers.ts';
import { Paper } from './paper.tsx';

export const title = (l: Locale): string => say.sheetTitle(l);

export const View = ({ data: { sheets }, query }: PageProps<{ sheets: Sheets }>) => {
  const l = useLocale();
  const shown: Locale = query.lang === 'fa' || query.lang === 'en' ? query.lang : l;
  const sheet = sheets[shown];
  return (
    <>
      <h1 class="no-print">{say.sheetTitle(l)}</h1>
      <div class="no-print stack">
        <nav class="tabbed" aria-label={say.sheetIn(l)}>
          {(['fa', 'en'] as const).map((one) => <a key={one} href={`/me/cv/sheet?lang=${one}`} lang={one} aria-current={one === shown ? 'page' : undefined}>{one === 'fa' ? say.inPersian(l) : say.inEnglish(l)}</a>)}
        </nav>
        <div class="row">
          {sheets.paper && <LinkButton small href={`/api/me/cv/pdf?lang=${shown}`}>{shown === 'fa' ? say.asPdfFa(l) : say.asPdfEn(l)}</LinkButton>}
          <Button small onClick={() => print()}>{say.sheetPrint(l)}</Button>
          <LinkButton small href="/me/cv">{say.sheetEdit(l)}</LinkButton>
        </div>
        {!sheets.paper && <Note kind="plain">{say.noPaper(l)}</Note>}
      </div>
      {sheet.sections.length === 0 ? <Empty sentence={say.sheetEmpty(l)} /> : <Paper sheet={sheet} />}
    </>
  );
};
