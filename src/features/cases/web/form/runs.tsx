import { useLocale } from '#web/context.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import type { RunOfCase } from './draft.ts';
import { useForm } from './form.tsx';

/** "LAO 40 CRA 25": a positive primary angle is LAO, a positive secondary cranial (DICOM PS3.3 C.8.7.5). */
const projectionOf = ({ primaryAngle: p, secondaryAngle: s, label }: RunOfCase): string => {
  if (p === null || s === null) return label;
  const side = Math.round(p) === 0 ? 'AP' : `${p > 0 ? 'LAO' : 'RAO'} ${Math.abs(Math.round(p))}`;
  return Math.round(s) === 0 ? side : `${side} ${s > 0 ? 'CRA' : 'CAU'} ${Math.abs(Math.round(s))}`;
};

/** The runs that were cleaned, as stills; adding and reviewing have a page of their own. */
export const RunsOfDraft = () => {
  const l = useLocale();
  const { is } = useForm();
  const href = `/cases/${is.id}/images`;
  return (
    <Section title={say.formImages(l)} first>
      <div class="film">
        {is.runs.length > 0 && (
          <div class="runs">
            {is.runs.slice(0, 8).map((run) => (
              <a key={run.id} href={href}>
                {run.t0 ? <img src={run.t0.url} alt="" width="120" height="120" loading="lazy" /> : <span class="no-still" />}
                <bdi class="x">{projectionOf(run)}</bdi>
              </a>
            ))}
          </div>
        )}
        <div class="row keep film-foot">
          <Icon name="shield" />
          <span>{is.runs.length === 0 ? say.formNoImages(l) : say.formRuns(l, { n: is.runs.length })}</span>
        </div>
        {is.may.addRun && <LinkButton href={href} small icon="up">{is.runs.length === 0 ? say.formAddImages(l) : say.formReview(l)}</LinkButton>}
      </div>
    </Section>
  );
};
