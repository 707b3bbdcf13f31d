// One run under a person's eyes: its strip of pictures with what will be covered.
import { useEffect, useRef } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { useLocale } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say, X } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import * as say from '#words/cases.ts';
import { Covers } from './covers.tsx';
import { covers, type DeskMask, type Event, type Item, type Look, type Picture } from './desk.ts';
import { toTick } from './looking.ts';
import { newBox } from './mask-edit.ts';
import { becameText, pictureText, whyText } from './sentences.ts';

type Told = { readonly tell: (event: Event) => void };

export const RunLook = ({ item, number, tell, onLeaveOut }: Told & { item: Item; number: number; onLeaveOut: () => void }) => {
  const l = useLocale();
  const { look } = item;
  if (look === undefined) return null;
  const wanted = toTick(item);
  const became = becameText(l, item);
  const numbers = new Map(item.masks.map((mask, n) => [mask.id, n + 1]));
  const add = (box = newBox(look.width, look.height)): DeskMask => {
    const mask: DeskMask = { id: newId(new Date(), browserRandom), box, frames: 'all', reason: 'own' };
    tell({ kind: 'masked', id: item.id, mask });
    return mask;
  };
  return (
    <section class="look" aria-label={say.imagesLookRun(l, { n: number })}>
      <h3>{say.imagesLookRun(l, { n: number })} <X>{look.view}</X> <small class="meta"><bdi>{item.name}</bdi></small></h3>
      {became !== undefined && <p class="meta">{became}</p>}
      <ul class="looks">
        {look.pictures.map((picture, n) => (
          <Shot key={picture.url} {...{ item, look, picture, n, numbers, tell, add }} wanted={wanted.includes(n)} />
        ))}
      </ul>
      <div class="row">
        <Button icon="ask" small onClick={() => add()}>{say.imagesLookAdd(l)}</Button>
        <Button kind="bare" small onClick={onLeaveOut}>{say.imagesLookLeaveOut(l)}</Button>
      </div>
      {item.masks.length > 0 && <p class="meta">{say.imagesLookHelp(l)}</p>}
    </section>
  );
};

const Shot = ({ item, look, picture, n, numbers, wanted, tell, add }: Told & {
  item: Item; look: Look; picture: Picture; n: number; numbers: ReadonlyMap<string, number>; wanted: boolean; add: (box: DeskMask['box']) => DeskMask;
}) => {
  const l = useLocale();
  const figure = useRef<HTMLElement>(null);
  useSeen(figure, () => tell({ kind: 'seen', id: item.id, picture: n }));
  const masks = item.masks.filter((mask) => covers(mask, picture));
  const place = picture.frame === null ? '' : `${picture.frame + 1}/${look.frames}`;
  const { width, height } = look;
  const change = (mask: DeskMask) => tell({ kind: 'masked', id: item.id, mask });
  const off = (mask: string) => tell({ kind: 'unmasked', id: item.id, mask });
  return (
    <li class={wanted ? 'flag' : undefined}>
      <figure ref={figure} class="shot whole">
        <img src={picture.url} width={width} height={height} alt={`${say.imagesLookRun(l, { n: n + 1 })} ${pictureText(l, picture.kind)} ${place}`} />
        {picture.kind !== 'corners' && <Covers masks={masks} numbers={numbers} width={width} height={height} onChange={change} onOff={off} onAdd={add} />}
        {place !== '' && <span class="ov bs">{place}</span>}
      </figure>
      <p><b>{pictureText(l, picture.kind)}</b></p>
      {masks.length > 0 && (wanted || picture.kind === 'static' || look.pictures.length === 1) && <p class="why-covered"><Say>{say.imagesLookCovered(l, { n: masks.length })}</Say></p>}
      {wanted && masks.length <= 6 && <ul class="whys meta">{masks.map((mask) => <li key={mask.id}><Say>{say.imagesLookWhyLine(l, { n: numbers.get(mask.id) ?? 1, why: whyText(l, mask) })}</Say></li>)}</ul>}
      {wanted && <Check checked={item.ticked.includes(n)} onValue={(on) => tell({ kind: on ? 'ticked' : 'unticked', id: item.id, picture: n })}>{say.imagesLookTick(l)}</Check>}
    </li>
  );
};

/** Called once when more than half of the picture has been on the screen for a moment. */
const useSeen = (of: { readonly current: HTMLElement | null }, seen: () => void): void => {
  useEffect(() => {
    const { current } = of;
    if (current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting !== true) return;
      // A picture that flies by under the thumb was not seen.
      timer = setTimeout(() => {
        seen();
        watch.disconnect();
      }, 250);
    }, { threshold: 0.55 });
    watch.observe(current);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, []);
};
