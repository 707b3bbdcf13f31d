import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { forgetHere } from '#web/worker-link.ts';
import * as say from '#words/people.ts';
import { useAct } from './act.ts';

export const SignOut = () => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const out = async () => {
    if ((await run(() => api.del('/api/session'))) === undefined) return;
    await forgetHere();
    await acts.reloadMe();
    acts.go('/', { replace: true });
  };
  return (
    <>
      <Button onClick={() => void out()} busy={busy ? say.meSigningOut(l) : undefined}>{say.meSignOut(l)}</Button>
      <RefusalNote refused={refused} />
    </>
  );
};
