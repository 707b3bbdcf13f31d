// Whether some hear less than others: for the steward, in groups of eight and more.
import type { Locale } from '#kernel/locale.ts';
import { stageText } from '#features/people/web/place-door.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Count } from '#web/text/when.tsx';
import { Empty } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import { dimensions, type FairCell } from '../rules/fairness.ts';

export const title = (l: Locale): string => say.fairTitle(l);

const cellText = (l: Locale, { dimension, cell }: FairCell): string => {
  if (dimension === 'stage') return stageText(l, cell);
  if (dimension === 'city') return cell.split('|')[l === 'fa' ? 1 : 0] ?? cell;
  return ({ woman: say.genderWoman, man: say.genderMan, other: say.genderOther }[cell] ?? say.genderUnsaid)(l);
};

export const View = ({ data: { fairness } }: PageProps<{ fairness: FairCell[] }>) => {
  const l = useLocale();
  const heading = { gender: say.fairGender, stage: say.fairStage, city: say.fairCity };
  return (
    <>
      <h1>{say.fairTitle(l)}</h1>
      <p class="meta above-2">{say.fairLead(l)}</p>
      {fairness.length === 0 && <div class="above-4"><Empty sentence={say.fairNone(l)} /></div>}
      {dimensions.map((dimension) => ({ dimension, cells: fairness.filter((one) => one.dimension === dimension) })).filter(({ cells }) => cells.length > 0).map(({ dimension, cells }) => (
        <Section key={dimension} title={heading[dimension](l)}>
          <table class="tab">
            <thead><tr><th scope="col">{say.fairGroup(l)}</th><th scope="col">{say.fairPeople(l)}</th><th scope="col">{say.fairHeard(l)}</th><th scope="col">{say.fairKeen(l)}</th></tr></thead>
            <tbody>{cells.map((one) => <tr key={one.cell}><th scope="row"><bdi>{cellText(l, one)}</bdi></th><td><Count n={one.people} /></td><td><Count n={one.heard} /></td><td><Count n={one.interested} /></td></tr>)}</tbody>
          </table>
        </Section>
      ))}
    </>
  );
};
