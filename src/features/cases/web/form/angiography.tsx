import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Check, Seg } from '#web/ui/choice.tsx';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { LIMITS } from '../../rules/limits.ts';
import { split, tap, type Told, withoutSegments } from '../../rules/lesion-taps.ts';
import type { Lesion } from '../../rules/wire.ts';
import { dominanceLabel } from '../labels.ts';
import { DiffuseSegments } from './diffuse.tsx';
import { useForm } from './form.tsx';
import { GraftLesion } from './graft-lesion.tsx';
import { LesionForm } from './lesion-form.tsx';
import { SegmentList } from './segment-list.tsx';
import { TapTree } from './tap-tree.tsx';
import { Written } from './written.tsx';

const onlyRight = new Set(['4', '16', '16a', '16b', '16c']);

/** The tree, the lesions it made, and the same choice as a list. */
export const AngiographySection = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const [at, setAt] = useState<number | null>(null);
  const lesions = f.lesions ?? [];
  const dominance = f.dominance ?? 'right';
  const become = (next: Told) => {
    setAt(next.at);
    fields({ lesions: [...next.lesions], ...(next.lesions.length > 0 ? { noLesion: undefined, dominance } : {}) });
  };
  const onTap = (id: string) => become(tap({ lesions, at }, id, LIMITS.lesions));
  const change = (index: number, lesion: Lesion) => { setAt(index); fields((now) => ({ lesions: (now.lesions ?? []).map((one, i) => (i === index ? lesion : one)) })); };
  const remove = (index: number) => { setAt(null); fields((now) => ({ lesions: (now.lesions ?? []).filter((_, i) => i !== index) })); };
  const turn = (to: 'right' | 'left') => {
    setAt(null);
    fields((now) => ({ dominance: to, lesions: withoutSegments(now.lesions ?? [], (id) => (to === 'left' ? onlyRight.has(id) : id === '15')) }));
  };
  const next = lesions.length >= LIMITS.lesions ? say.treeFull(l) : at === null ? say.treeNextNew(l) : say.treeNextInto(l, { n: at + 1 });
  return (
    <Section title={say.formAngiography(l)}>
      <div class="an" id="f-lesions">
        <div class="stack near" id="f-findings">
          <TapTree dominance={dominance} lesions={lesions} at={at} onTap={onTap} />
          <p class="meta" role="status">{lesions.length === 0 ? say.treeHint(l) : next}</p>
          <Seg label={say.fieldDominance(l)} options={(['right', 'left'] as const).map((one) => ({ value: one, label: dominanceLabel(l, one) }))} value={f.dominance} onValue={turn} />
          <SegmentList dominance={dominance} lesions={lesions} onTap={onTap} />
          {lesions.length === 0 && <Check checked={f.noLesion === true} onValue={(is) => fields({ noLesion: is || undefined })}>{say.treeNoLesion(l)}</Check>}
        </div>
        <div class="stack">
          {lesions.map((lesion, i) => (
            <LesionForm
              key={i} index={i} lesion={lesion} now={i === at} dominance={dominance} others={lesions.filter((_, j) => j !== i)}
              onChange={(changed) => change(i, changed)} onRemove={() => remove(i)} onSplit={(segment) => become(split({ lesions, at }, i, segment, LIMITS.lesions))}
            />
          ))}
          {lesions.length > 0 && at !== null && <Button small icon="ask" onClick={() => setAt(null)}>{say.treeNewLesion(l)}</Button>}
          <GraftLesion onAdd={(segment) => become({ lesions: [...lesions, { segments: [segment] }], at: lesions.length })} full={lesions.length >= LIMITS.lesions} />
        </div>
      </div>
      <DiffuseSegments dominance={dominance} />
      <Written of="findings" label={say.fieldFindings(l)} hint={say.formFindingsHint(l)} />
    </Section>
  );
};
