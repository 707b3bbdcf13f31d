import { type TieKind, tieKinds } from '#features/network/rules/tie.ts';
import type { Via } from './limits.ts';
import type { Plan } from './wire.ts';

/** Nobody named, nobody barred, one hand further than the named. */
export const blankPlan: Plan = { named: [], note: '', hands: 2, via: 'any', barredPeople: [], barredInstitutions: [] };

/** The kinds of ties that `via` means; none: any two colleagues. */
export const kindsOf = (via: Via): readonly TieKind[] => ({ any: [], tied: tieKinds, worked: ['trained-with', 'proctor', 'operated', 'co-managed', 'mentor'] as const })[via];
