// What would be kept, removed, covered or refused of a file, without a case and without a byte leaving this browser.
import { useEffect, useRef, useState } from 'preact/hooks';
import { DropZone } from '#features/cases/web/drop-door.ts';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import { Say } from '#web/text/say.tsx';
import { NothingLeft } from '#web/ui/bytes-sent.tsx';
import * as say from '#words/egress.ts';
import type { Told } from './checking.ts';

const Verdicts = later(async () => (await import('./verdicts.tsx')).Verdicts);
const Changes = later(async () => (await import('#features/cases/web/cleaning-door.ts')).Changes);

export const title = (l: Locale): string => say.checkTitle(l);

export const View = () => {
  const l = useLocale();
  const [told, setTold] = useState<Told>();
  const turn = useRef(0);
  useEffect(() => () => { turn.current++; }, []);
  const drop = async (files: readonly File[]) => {
    const mine = ++turn.current;
    for (const part of [Verdicts, Changes]) void part.fetch();
    const { check } = await import('./checking.ts');
    await check(files, (now) => { if (turn.current === mine) setTold(now); }, () => turn.current !== mine);
  };
  const seen = told?.checked.findLast(({ verdict }) => verdict.kind !== 'refused');
  return (
    <>
      <h1>{say.checkTitle(l)}</h1>
      <p>{say.checkLead(l)}</p>
      <NothingLeft title={say.checkNothing(l)}>{say.checkNothingMore(l)}</NothingLeft>
      <DropZone small={told !== undefined} onFiles={(files) => void drop(files)} />
      {told !== undefined && (
        <>
          <div class="progress-line" role="status" id="checked" data-left={told.left}>
            <span><Say>{told.left > 0 ? say.checkGoing(l, { done: told.total - told.left, total: told.total }) : say.checkDone(l, { n: told.total })}</Say></span>
            {told.left > 0 && <progress max={told.total} value={told.total - told.left} aria-label={say.checkTitle(l)} />}
          </div>
          <Verdicts checked={told.checked} />
          {seen && seen.verdict.kind !== 'refused' && <Changes look={seen.verdict.look} number={told.checked.indexOf(seen) + 1} />}
        </>
      )}
    </>
  );
};
