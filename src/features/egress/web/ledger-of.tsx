// The list of a ledger, its total, and the chain's own check.
import type { Locale } from '#kernel/locale.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import { Bytes, When } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Empty } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/egress.ts';
import type { LedgerView, SentRun } from '../rules/present.ts';
import { Chain } from './chain.tsx';

const COMMAND = './hamdel verify-ledger FILE';

export const LedgerOf = ({ ledger, path, empty }: { ledger: LedgerView; path: string; empty: string }) => {
  const l = useLocale();
  if (ledger.runs === 0) return <Empty sentence={empty} />;
  return (
    <>
      <p class="above-3"><Say>{say.total(l, { n: ledger.runs, size: bytesText(l, ledger.bytes) })}</Say></p>
      <ul class="list tight">{ledger.newest.map((run) => <Sent key={run.run} run={run} />)}</ul>
      {ledger.newest.length < ledger.runs && <p class="meta"><Say>{say.older(l, { n: ledger.runs - ledger.newest.length })}</Say></p>}
      <Section title={say.chainTitle(l)}>
        <p>{say.chainLead(l)}</p>
        <p class="above-2"><Say>{say.chainHead(l, { n: ledger.head.seq })}</Say></p>
        <p><bdi class="x hash">{ledger.head.hash}</bdi></p>
        <p class="meta">{say.chainKeep(l)}</p>
        <Chain path={path} head={ledger.head} />
        <div class="row above-3">
          <LinkButton small icon="down" href={`${path}/lines`}>{say.chainLines(l)}</LinkButton>
          <LinkButton small icon="down" href={`${path}/table`}>{say.chainTable(l)}</LinkButton>
        </div>
        <p class="meta"><Say>{say.chainFiles(l, { command: COMMAND })}</Say></p>
      </Section>
    </>
  );
};

const Sent = ({ run }: { run: SentRun }) => {
  const { l } = useHere();
  return (
    <li data-run={run.run}>
      <div class="split">
        {run.case ? <CaseLink of={run.case} l={l} /> : <bdi>{run.person && named(l, run.person)}</bdi>}
        <span class="meta"><When at={run.at} clock both /> · <Bytes n={run.bytes} /></span>
      </div>
      <p class="row">
        {run.certificate ? <LinkButton kind="bare" small href={`/certificates/${run.certificate}`}>{say.certificateTitle(l)}</LinkButton> : <span class="meta">{say.certificateNone(l)}</span>}
        <span class="meta">{run.objects.map(({ tier }) => tier).map((tier) => tierText(l, tier)).join(l === 'fa' ? '، ' : ', ')}</span>
        {run.masks !== null && run.masks > 0 && <span class="meta"><Say>{say.masks(l, { n: run.masks })}</Say></span>}
      </p>
    </li>
  );
};

export const tierText = (l: Locale, tier: 't0' | 't1' | 't2'): string => ({ t0: say.tierStill, t1: say.tierPreview, t2: say.tierFull })[tier](l);

const CaseLink = ({ of, l }: { of: NonNullable<SentRun['case']>; l: Locale }) => {
  const inFa = l === 'fa' ? of.titleFa !== '' : of.titleEn === '';
  const text = inFa ? of.titleFa : of.titleEn;
  return <a href={`/cases/${of.id}`}>{text ? <UserRun text={text} lang={inFa ? 'fa' : 'en'} /> : say.untitled(l)}</a>;
};
