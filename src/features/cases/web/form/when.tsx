import { useLocale } from '#web/context.tsx';
import { directionOf } from '#kernel/locale.ts';
import { Check, Seg, Select } from '#web/ui/choice.tsx';
import { Note } from '#web/ui/note.tsx';
import { EmergencyLine, Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { Say, UserText } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import { LIMITS } from '../../rules/limits.ts';
import { DecideByField } from './decide-by-field.tsx';
import { useForm } from './form.tsx';

/** One's own plan: sealed with the first opinions, written before any of them was read. */
const PlanField = () => {
  const l = useLocale();
  const { is, value, set } = useForm();
  const { lang, plan } = value;
  if (is.phase !== 'draft') {
    const kept = is.plan !== null && is.plan !== 'sealed' ? (is.plan.texts[lang] ?? is.plan.texts.fa ?? is.plan.texts.en) : undefined;
    if (kept === undefined) return null;
    return <div class="field"><span class="lab">{say.fieldPlan(l)}</span><UserText text={kept} lang={directionOf(lang) === 'rtl' ? 'fa' : 'en'} /><span class="hint">{say.formPlanSealed(l)}</span></div>;
  }
  return <TextArea label={say.fieldPlan(l)} hint={say.formPlanHint(l)} lang={lang} maxLength={LIMITS.text} value={plan?.[lang] ?? ''} onValue={(text) => set({ plan: { ...plan, [lang]: text } })} />;
};

export const WhenSection = () => {
  const l = useLocale();
  const { is, value, set } = useForm();
  const urgencies = [{ value: 'elective', label: say.formElective(l) }, { value: 'urgent', label: say.formUrgent(l) }, { value: 'emergency', label: say.formEmergency(l) }] as const;
  const kinds = [{ value: 'consult', label: say.formConsult(l) }, { value: 'complication', label: say.formComplication(l) }, { value: 'teaching', label: say.formTeaching(l) }, { value: 'poll', label: say.formPoll(l) }] as const;
  const audiences = [{ value: 'people', label: say.formPeople(l) }, { value: 'node', label: say.formNode(l) }] as const;
  const late = is.phase !== 'draft' && !is.hidden;
  return (
    <Section title={say.formWhen(l)}>
      <div class="stack">
        <Seg label={say.fieldUrgency(l)} options={urgencies} value={value.urgency} onValue={(urgency) => set({ urgency })} />
        {value.urgency === 'emergency' && <Note kind="stop"><p class="strong">{say.formEmergencyFirst(l)}</p><p>{say.formEmergencyRest(l)}</p></Note>}
        <DecideByField />
        {late ? <p class="meta">{say.formHideLate(l)}</p> : <Check checked={value.hidden} onValue={(hidden) => set({ hidden })} hint={say.formHideHint(l)}>{say.formHide(l)}</Check>}
        <PlanField />
        <details class="why">
          <summary><Say>{say.formSeenBy(l, { who: audiences.find((one) => one.value === value.audience)?.label ?? '' })}</Say></summary>
          <div class="grid2">
            <Seg label={say.fieldAudience(l)} options={audiences} value={value.audience} onValue={(audience) => set({ audience })} />
            <Select label={say.fieldKind(l)} empty={false} options={kinds} value={value.kind} onValue={(kind) => { if (kind) set({ kind }); }} />
          </div>
        </details>
        <EmergencyLine />
      </div>
    </Section>
  );
};
