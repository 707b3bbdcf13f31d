// Where one has applied, newest first, and what came of it.
import './applications.css';
import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { UserRun } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import * as say from '#words/applications.ts';
import type { MyApplication } from '../rules/present.ts';
import { stateText } from './state.ts';

export const title = (l: Locale): string => say.mineTitle(l);

export const View = ({ data: { mine } }: PageProps<{ mine: MyApplication[] }>) => {
  const l = useLocale();
  return (
    <>
      <h1>{say.mineTitle(l)}</h1>
      {mine.length === 0 ? <Empty sentence={say.mineNone(l)} /> : (
        <ul class="list">
          {mine.map(({ offer, mine: one }) => {
            const what = named(l, { nameEn: offer.titleEn, nameFa: offer.titleFa }) || say.untitled(l);
            return (
              <li key={one.id} class="split">
                <span><b><UserRun text={what} lang={l} /></b><small class="app-under">{stateText(l, one)} · {say.sentAt(l)} <Day at={one.at} /> · {say.keptUntil(l)} <Day at={one.expiresAt} /></small></span>
                <LinkButton small href={`/opportunities/${offer.id}/apply`} label={say.openOf(l, { title: what }).replace(/[\u2066-\u2069]/g, '')}>{say.open(l)}</LinkButton>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
};
