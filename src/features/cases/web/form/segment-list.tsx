import { type Dominance, segments } from 'scores/syntax/segments';
import { useLocale } from '#web/context.tsx';
import { X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import type { Lesion } from '../../rules/wire.ts';

/** All segments in words, sub-branches too: the same taps as on the tree, for whoever does not see or hit it. */
export const SegmentList = ({ dominance, lesions, onTap }: { dominance: Dominance; lesions: readonly Lesion[]; onTap: (id: string) => void }) => {
  const l = useLocale();
  const chosen = new Set(lesions.flatMap((one) => one.segments));
  return (
    <details class="why">
      <summary>{say.treeList(l)}</summary>
      <ul class="segs">
        {segments.filter(({ weight }) => weight[dominance] !== null).map(({ id, name }) => (
          <li key={id}><label class="tick"><input type="checkbox" checked={chosen.has(id)} onChange={() => onTap(id)} /><span><X>{id}</X> {name[l]}</span></label></li>
        ))}
      </ul>
    </details>
  );
};
