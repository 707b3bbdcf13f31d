// While a path is played: whose words, where on the way, and how to stop it.

import { useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/story.ts';
import type { CaseView } from '../../rules/present.ts';
import type { Authors } from './mark-labels.ts';
import { MarkLink } from './marks.tsx';
import type { Path } from './use-path.ts';

export const PathBar = ({ of: c, path, authors }: { of: CaseView; path: Path; authors: Authors }) => {
  const l = useLocale();
  if (!path.on || !path.step) return null;
  return (
    <div class="pathbar">
      <p role="status" class="row">
        <span class="num">{say.filmPathStep(l, path.step)}</span>
        {path.mark ? <MarkLink of={path.mark} page={c} authors={authors} onOpen={() => {}} /> : <span class="meta">{say.filmPathOn(l)}</span>}
      </p>
      <div class="row">
        <Button small onClick={path.toggle}>{path.paused ? say.filmPathGoOn(l) : say.filmPathPause(l)}</Button>
        <Button small kind="bare" onClick={path.stop}>{say.filmPathEnd(l)}</Button>
      </div>
    </div>
  );
};
