// The forms in which a CV can be taken away.
import { useLocale } from '#web/context.tsx';
import * as say from '#words/candidates.ts';

export const Ways = () => {
  const l = useLocale();
  return (
    <section>
      <h2>{say.takeAway(l)}</h2>
      <ul class="list tight">
        <li><a href="/me/cv/sheet">{say.asPage(l)}</a></li>
        <li><a href="/api/me/cv/pdf?lang=fa" target="_blank" rel="noreferrer">{say.asPdfFa(l)}</a></li>
        <li><a href="/api/me/cv/pdf?lang=en" target="_blank" rel="noreferrer">{say.asPdfEn(l)}</a></li>
        <li><a href="/api/me/cv/json" download="resume.json">{say.asJson(l)}</a></li>
        <li><a href="/me/references">{say.refTitle(l)}</a></li>
        <li><a href="/me/applications">{say.applications(l)}</a></li>
        <li><a href="/me/evidence">{say.asEvidence(l)}</a></li>
      </ul>
    </section>
  );
};
