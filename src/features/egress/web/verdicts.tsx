// One line a file: would it pass, and why; its pictures with what would be covered.
import type { Locale } from '#kernel/locale.ts';
import { covers, pictureText, reasonText, whyText } from '#features/cases/web/cleaning-door.ts';
import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import { Count } from '#web/text/when.tsx';
import { Icon } from '#web/ui/icon.tsx';
import * as say from '#words/egress.ts';
import type { Checked, Verdict } from './checking.ts';

export const Verdicts = ({ checked }: { checked: readonly Checked[] }) => (
  <ol class="list tight verdicts">{checked.map((one, n) => <One key={one.id} one={one} n={n + 1} />)}</ol>
);

const One = ({ one: { name, verdict }, n }: { one: Checked; n: number }) => {
  const l = useLocale();
  const no = verdict.kind === 'refused';
  return (
    <li data-verdict={verdict.kind}>
      <div class="split">
        <b><Count n={n} />. <bdi class="name">{name}</bdi></b>
        <span class={verdict.kind === 'passes' ? 'tag' : 'tag wait'}><Icon name={no ? 'x' : verdict.kind === 'covers' ? 'warn' : 'check'} />{verdictText(l, verdict)}</span>
      </div>
      {verdict.kind === 'refused' ? <p><Say>{reasonText(l, verdict.reason)}</Say></p> : <Passes verdict={verdict} n={n} />}
    </li>
  );
};

const verdictText = (l: Locale, { kind }: Verdict): string => ({ passes: say.verdictPasses, covers: say.verdictCovers, refused: say.verdictRefused })[kind](l);

const Passes = ({ verdict: { look, masks, kind }, n }: { verdict: Exclude<Verdict, { kind: 'refused' }>; n: number }) => {
  const l = useLocale();
  const gone = look.changes.filter(({ after }) => after === null).length;
  const kept = look.changes.filter(({ before, after }) => after === before).length;
  const whys = [...new Set(masks.map((mask) => whyText(l, mask).replace(/[\u2066-\u2069]/g, '')))];
  return (
    <>
      <p>
        <X>{look.view || (look.sidecar?.modality ?? '')}</X> · <Say>{look.source === 'photo' ? say.verdictPhoto(l) : say.verdictHeader(l, { gone, kept, changed: look.changes.length - gone - kept })}</Say>{' '}
        <Say>{kind === 'covers' ? say.verdictMasks(l, { n: masks.length }) : say.verdictNoMasks(l)}</Say>
      </p>
      {whys.length > 0 && <ul>{whys.map((why) => <li key={why}>{why}</li>)}</ul>}
      <details class="more">
        <summary>{say.verdictPictures(l)}</summary>
        <div class="film lookfilm"><ul class="looks">
          {look.pictures.map((picture) => (
            <li key={picture.url}>
              <figure class="shot whole">
                <img src={picture.url} width={look.width} height={look.height} alt={`${n}: ${pictureText(l, picture.kind)}`} />
                <svg class="covers" viewBox={`0 0 ${look.width} ${look.height}`} preserveAspectRatio="none" aria-hidden="true">
                  {masks.filter((mask) => covers(mask, picture)).map(({ id, box }) => <rect key={id} class="cover-ground cover-shown" x={box.left} y={box.top} width={box.width} height={box.height} />)}
                </svg>
              </figure>
              <p><b>{pictureText(l, picture.kind)}</b></p>
            </li>
          ))}
        </ul></div>
      </details>
    </>
  );
};
