// The evidence card: three kinds of evidence, kept apart. No sum is made of them.
import './cv.css';
import { layerText } from '#features/people/web/door.tsx';
import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import * as say from '#words/candidates.ts';
import { countIn } from '../rules/period.ts';
import type { EvidenceCard } from '../rules/present.ts';
import { scopeLine } from './scopes.tsx';

export const Evidence = ({ card: { declared, attested, references, earned } }: { card: EvidenceCard }) => {
  const l = useLocale();
  return (
    <div class="stack far">
      <section class="sheet">
        <h2>{say.declared(l)}</h2>
        <p class="meta">{say.declaredHint(l)}</p>
        <ul class="list tight">
          <li class="split"><span>{say.declaredRows(l)}</span><b>{countIn(l, declared.rows)}</b></li>
          <li class="split"><span>{say.declaredProcedures(l)}</span><b>{countIn(l, declared.procedures)}</b></li>
          <li class="split"><span>{say.declaredPublications(l)}<small class="cv-under">{say.declaredFromFiles(l, { n: declared.fromFiles })}</small></span><b>{countIn(l, declared.publications)}</b></li>
        </ul>
      </section>
      <section class="sheet">
        <h2>{say.attested(l)}</h2>
        <p class="meta">{say.attestedHint(l)}</p>
        {attested.length + references.length === 0 && <p>{say.attestedNone(l)}</p>}
        {attested.length + references.length > 0 && (
          <ul class="list tight">
            {attested.map((one) => (
              <li key={`${one.layer} ${one.at}`} class="split"><span>{layerText(l, one.layer)}{one.by && <small class="cv-under"><Say>{say.attestedBy(l, { name: named(l, one.by) })}</Say></small>}</span><span class="meta"><Day at={one.at} /></span></li>
            ))}
            {references.map((one) => (
              <li key={one.id} class="split"><span><Say>{say.refFrom(l, { name: named(l, one.by) })}</Say><small class="cv-under">{say.attestedRef(l)} · {scopeLine(l, one.scopes)}</small></span><span class="meta">{say.refHoldsUntil(l)} <Day at={one.until} /></span></li>
            ))}
          </ul>
        )}
      </section>
      <section class="sheet">
        <h2>{say.earned(l)}</h2>
        <p class="meta">{say.earnedHint(l)}</p>
        <ul class="list tight">
          <li class="split"><span>{say.earnedOpinions(l)}<small class="cv-under">{say.earnedClosed(l, { n: earned.opinionsClosed })}</small></span><b>{countIn(l, earned.opinions)}</b></li>
          <li class="split"><span>{say.earnedAsked(l)}<small class="cv-under">{say.earnedClosed(l, { n: earned.askedClosed })}</small></span><b>{countIn(l, earned.asked)}</b></li>
        </ul>
        <p class="meta">{say.earnedHidden(l)}</p>
      </section>
    </div>
  );
};
