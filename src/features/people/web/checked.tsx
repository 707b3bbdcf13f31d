// What was checked, upright: every layer with who and when. Never a single tick.
import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { StoryLine, type Step } from '#web/ui/story-line.tsx';
import * as say from '#words/people.ts';
import type { Colleague, LayerView } from '../rules/colleague.ts';
import { layerText } from './said.ts';

export const Checked = ({ person }: { person: Pick<Colleague, 'layers' | 'joinedAt' | 'verified'> }) => {
  const l = useLocale();
  const vouches = person.layers.filter(({ layer }) => layer === 'vouched');
  const papers = person.layers.filter(({ layer }) => layer !== 'vouched');
  const steps: Step[] = [
    { state: 'done', label: say.personJoined(l), detail: <Day at={person.joinedAt} /> },
    ...papers.map((one): Step => ({ state: 'done', label: layerText(l, one.layer), detail: <By layer={one} /> })),
    ...vouches.map((one): Step => ({ state: 'done', label: say.layerOneVouch(l), detail: <By layer={one} /> })),
    ...(person.verified ? [] : [{ state: 'todo', label: say.layerUnverified(l) } as const]),
  ];
  return <StoryLine down label={say.personCheckedTitle(l)} steps={steps} />;
};

const By = ({ layer }: { layer: LayerView }) => {
  const l = useLocale();
  return <><Say>{say.personBy(l, { name: layer.by ? named(l, layer.by) : say.layerByNode(l) })}</Say> · <Day at={layer.at} /></>;
};
