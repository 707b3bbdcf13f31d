// Cases in three lists: mine, asked of me, open to the node.

import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { When } from '#web/text/when.tsx';
import { CaseRow } from '#web/ui/ask-card.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import * as say from '#words/story.ts';
import type { CaseLine } from '../rules/lines.ts';
import { LineOfCase } from './line.tsx';
import { cityOf, titleOf, urgencyWord } from './said.ts';

const lists = ['mine', 'asked', 'node'] as const;

export const title = (l: Locale): string => say.listTitle(l);

export const View = ({ data }: PageProps<{ list: { list: (typeof lists)[number]; cases: CaseLine[] } }>) => {
  const l = useLocale();
  const { list, cases } = data.list;
  const names = { mine: say.listMine(l), asked: say.listAsked(l), node: say.listNode(l) };
  const empty = { mine: say.listEmptyMine(l), asked: say.listEmptyAsked(l), node: say.listEmptyNode(l) };
  return (
    <>
      <h1>{say.listTitle(l)}</h1>
      <nav class="tabbed" aria-label={say.listWhich(l)}>
        {lists.map((which) => <a key={which} href={`/cases?list=${which}`} aria-current={which === list ? 'page' : undefined}>{names[which]}</a>)}
      </nav>
      {cases.length === 0
        ? <Empty sentence={empty[list]}>{list === 'mine' && <LinkButton kind="main" href="/cases/new">{say.homeAsk(l)}</LinkButton>}</Empty>
        : (
          <>
          <h2 class="vh">{names[list]}</h2>
          <ul class="list">
            {cases.map((c) => (
              <CaseRow
                key={c.id} title={titleOf(l, c)} href={c.phase === 'draft' ? `/cases/${c.id}/edit` : `/cases/${c.id}`} story={<LineOfCase of={c} />}
                meta={<>{[urgencyWord(l, c.urgency), ...(c.asker && c.standing !== 'asker' ? [`${named(l, c.asker)}${l === 'fa' ? '،' : ','} ${cityOf(l, c.asker)}`] : [])].join(' · ')}{' · '}<When at={c.postedAt ?? c.editedAt} coarse={c.hidden || c.postedAt === null} /></>}
              />
            ))}
          </ul>
          </>
        )}
    </>
  );
};
