import { useLocale } from '#web/context.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/people.ts';
import { stages, titles } from '../rules/vocabulary.ts';
import type { ProfileDraft } from './draft.ts';
import { NamesFields } from './names-fields.tsx';
import { stageText, titleText } from './said.ts';

export const WhoSection = ({ draft: { value, change }, verified }: { draft: ProfileDraft; verified: boolean }) => {
  const l = useLocale();
  // Verified people neither take nor leave the label of industry alone, so it is not offered to them.
  const offered = verified ? stages.filter((stage) => (stage === 'industry') === (value.stage === 'industry')) : stages;
  return (
    <section class="stack">
      <h2>{say.meWhoTitle(l)}</h2>
      <NamesFields value={value} onValue={change} />
      <div class="two">
        <Select label={say.titleLabel(l)} value={value.title} empty={false} onValue={(title) => title && change({ title })} options={titles.map((one) => ({ value: one, label: titleText(l, one) }))} />
        <Select label={say.stageLabel(l)} hint={verified ? undefined : say.stageIndustryHint(l)} value={value.stage} empty={false} onValue={(stage) => stage && change({ stage })}
          options={offered.map((one) => ({ value: one, label: stageText(l, one) }))} />
      </div>
    </section>
  );
};
