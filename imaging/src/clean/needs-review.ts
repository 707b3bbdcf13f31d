import type { Sidecar } from './sidecar.ts';

/**
 * Whether a person must look before this picture may leave. Angiograms carry writing seldom, and it is found by the search; on fluoroscopy, ultrasound,
 * intravascular films, key images, copies of screens and whatever says so itself writing is the rule.
 */
export const needsReview = ({ modality, capture, burnedIn }: Pick<Sidecar, 'modality' | 'capture' | 'burnedIn'>, proposals: number): boolean =>
  burnedIn !== 'NO' && (proposals > 0 || capture || burnedIn === 'YES' || modality !== 'XA');
