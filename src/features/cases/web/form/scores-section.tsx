import { useLocale } from '#web/context.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { KeptScores } from '../kept-scores.tsx';
import { useForm } from './form.tsx';
import { Later } from './later.tsx';

const calculators = () => import('./calculators.tsx').then(({ Calculators }) => Calculators);

/** Reckoned on this device from the fields above, as they are typed. */
export const ScoresSection = () => {
  const l = useLocale();
  const { value: { fields: f } } = useForm();
  return (
    <Section title={say.formScoresTitle(l)}>
      <div id="f-scores" class="stack">
        <KeptScores of={f.scores} />
        <details class="why">
          <summary>{say.formCalculators(l)}</summary>
          <Later load={calculators} props={{}}><p class="meta">{say.calcLoading(l)}</p></Later>
        </details>
      </div>
    </Section>
  );
};
