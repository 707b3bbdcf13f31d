import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/applications.ts';
import type { MineView } from '../rules/present.ts';

export const stateText = (l: Locale, { withdrawnAt, decision }: Pick<MineView, 'withdrawnAt' | 'decision'>): string =>
  withdrawnAt !== null ? say.withdrawn(l) : decision === null ? say.waiting(l) : decision.outcome === 'offered' ? say.offered(l) : say.another(l);
