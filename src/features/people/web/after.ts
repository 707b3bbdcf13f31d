// What follows a sign-in: the frame learns who looks, then the page that was wanted opens.
import { useHere } from '#web/context.tsx';
import { safeBack } from '#web/routes.ts';

export const useEntered = (to?: string): (() => Promise<void>) => {
  const { acts, query } = useHere();
  return async () => {
    await acts.reloadMe();
    acts.go(to ?? safeBack(query.back), { replace: true });
  };
};
