import { type Dominance, segments } from 'scores/syntax/segments';
import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import { useForm } from './form.tsx';

/** Diffuse disease and small vessels, of the patient and not of a lesion (Sianos 2005). */
export const DiffuseSegments = ({ dominance }: { dominance: Dominance }) => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const chosen = f.diffuseSegments ?? [];
  const turn = (id: string) => fields({ diffuseSegments: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, 12) });
  return (
    <details class="why" open={chosen.length > 0}>
      <summary>{say.fieldDiffuse(l)}</summary>
      <fieldset>
        <legend class="meta"><Say>{say.diffuseLabel(l)}</Say>. {say.diffuseHint(l)}</legend>
        <ul class="segs">
          {segments.filter(({ weight }) => weight[dominance] !== null).map(({ id, name }) => (
            <li key={id}><label class="tick"><input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} /><span><X>{id}</X> {name[l]}</span></label></li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
};
