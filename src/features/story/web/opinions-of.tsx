// Sealed, or side by side: where the opinions agree, where they differ, no winner.

import { useState } from 'preact/hooks';
import { named, useHere, useReload } from '#web/context.tsx';
import { Say, UserRun, UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Matrix } from '#web/ui/matrix.tsx';
import { OpinionCard, Opinions, PlanBox } from '#web/ui/opinion-card.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Sealed, Section } from '#web/ui/strips.tsx';
import { matrix } from '#features/opinions/rules/opinion.ts';
import { accessList, kitSentence, RevisionForm, stanceWords } from '#features/opinions/web/door.tsx';
import * as sayOpinion from '#words/opinions.ts';
import * as say from '#words/story.ts';
import type { CaseView, OpinionVersion, OpinionView } from '../rules/present.ts';
import { cityOf, fieldIn, inLanguage } from './said.ts';
import { MarksOf } from './film/marks.tsx';
import { seatWord } from './seats.ts';
import { shelfOf } from './shelf-of.ts';

export const OpinionsOf = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  const plan = <PlanOf of={c} />;
  if (c.opinions === 'sealed') {
    return (
      <Section title={say.lineOpinions(l)}>
        <div class="two">
          <Sealed title={say.pageSealedTitle(l, { n: c.opinionsGiven })} opens={c.standing === 'sealed' ? say.pageSealedOpens(l) : say.pageSealedReader(l)} />
          {plan}
        </div>
      </Section>
    );
  }
  if (c.opinions.length === 0) return c.isMine && c.phase === 'posted' ? <Section title={say.lineOpinions(l)}><p class="meta">{say.pageNobodyYet(l)}</p>{plan}</Section> : plan;
  const latest = c.opinions.map((o) => o.versions.at(-1) as OpinionVersion);
  return (
    <div id="opinions">
      <Section title={say.pageOpinions(l, { n: c.opinions.length })} n={c.opinions.length > 1 ? say.pageNoWinner(l) : undefined}>
        <Opinions count={c.opinions.length}>{c.opinions.map((o, i) => <OneOpinion key={o.askId} of={o} index={i} page={c} />)}</Opinions>
      </Section>
      {c.opinions.length > 1 && <Rows of={c.opinions} latest={latest} />}
      {plan}
    </div>
  );
};

const OneOpinion = ({ of: o, index, page }: { of: OpinionView; index: number; page: CaseView }) => {
  const { l } = useHere();
  const reload = useReload();
  const [revising, setRevising] = useState(false);
  const first = o.versions[0] as OpinionVersion;
  const last = o.versions.at(-1) as OpinionVersion;
  const rationale = fieldIn(l, first.texts, 'rationale', first.lang) ?? { text: '', lang: first.lang };
  const headline = fieldIn(l, last.texts, 'headline', last.lang);
  const added = fieldIn(l, last.texts, 'rationale', last.lang);
  const note = fieldIn(l, last.texts, 'disclosureNote', last.lang);
  return (
    <OpinionCard
      index={index} text={rationale} confidence={last.body.confidence} before={first.beforeDecision}
      who={<PersonLine of={o.author} href={`/people/${o.author.id}`} face={false} you={o.mine} detail={`${cityOf(l, o.author)} · ${seatWord(l, o.seat)}`} />}
      stance={headline ? <UserRun {...headline} /> : last.body.stance ? stanceWords[last.body.stance](l) : ''}
      revision={last.version > 1 && added ? { n: last.version, what: <><UserText {...added} /><span class="meta">{say.pageAfter(l)} · <When at={last.at} /></span></> } : undefined}
      disclosure={last.body.disclosure && last.body.disclosure !== 'none' ? <Say>{sayOpinion.disclosed(l, { what: note?.text ?? sayOpinion.disclosureDeviceCompany(l) })}</Say> : undefined}
    >
      <MarksOf of={page} ids={[...(last.body.marks ?? []), ...page.marks.filter((m) => m.by === o.author.id).map((m) => m.id)]} />
      {o.mine && page.may.revise && !revising && <div class="row"><Button small icon="edit" onClick={() => setRevising(true)}>{say.pageRevise(l)}</Button></div>}
      {revising && (
        <RevisionForm
          marks={page.marks.filter((m) => m.by === o.author.id).map((m) => m.id)} caseId={page.id} from={{ lang: last.lang, body: last.body, texts: last.texts }} version={last.version + 1} shelf={shelfOf(l, page)}
          onClose={() => setRevising(false)} onGiven={async () => { setRevising(false); await reload(); }}
        />
      )}
    </OpinionCard>
  );
};

const Rows = ({ of, latest }: { of: readonly OpinionView[]; latest: readonly OpinionVersion[] }) => {
  const { l } = useHere();
  const labels = { stance: sayOpinion.rowStance, strategy: sayOpinion.rowStrategy, access: sayOpinion.rowAccess, kit: sayOpinion.rowKit, bailOut: sayOpinion.rowBailOut, stop: sayOpinion.rowStop };
  const cellOf = (field: keyof typeof labels, v: OpinionVersion) => {
    if (field === 'stance') return v.body.stance && stanceWords[v.body.stance](l);
    if (field === 'access') return v.body.access?.length ? accessList(l, v.body.access) : undefined;
    if (field === 'kit') return v.body.kit?.length ? v.body.kit.map((k, i) => <div key={i}><Say>{kitSentence(l, k)}</Say></div>) : undefined;
    const text = fieldIn(l, v.texts, field, v.lang) ?? (field === 'strategy' ? fieldIn(l, v.texts, 'headline', v.lang) : undefined);
    return text && <UserRun {...text} />;
  };
  const rows = matrix(latest.map((v) => ({ body: v.body, texts: v.texts[v.lang] ?? {} })));
  return (
    <Section title={say.pageAgree(l)}>
      <Matrix
        caption={say.pageMatrix(l)} heads={of.map((o) => <bdi key={o.askId}>{named(l, o.author)}</bdi>)}
        same={rows.filter((r) => r.same).map((r) => <>{labels[r.field](l)}: {cellOf(r.field, latest[0] as OpinionVersion)}</>)}
        rows={rows.filter((r) => !r.same).map((r) => ({ label: labels[r.field](l), cells: latest.map((v) => cellOf(r.field, v) || undefined) }))}
      />
    </Section>
  );
};

const PlanOf = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (c.plan === null) return null;
  if (c.plan === 'sealed') return c.standing === 'sealed' ? <Sealed title={say.pagePlanSealed(l)} opens={say.pagePlanOpens(l)} /> : null;
  const text = inLanguage(l, c.plan.texts, c.lang);
  if (!text) return null;
  return <PlanBox title={c.isMine ? say.pagePlanMine(l) : say.pagePlan(l)}><UserText {...text} /><p class="meta">{say.pagePlanBefore(l)} <When at={c.plan.at} coarse={c.hidden} /></p></PlanBox>;
};
