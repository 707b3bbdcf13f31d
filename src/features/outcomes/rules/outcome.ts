import { isFatal } from './choices.ts';
import type { OutcomeDetails, results } from './wire.ts';

type Outcome = (typeof results)[number];

/** A death, a patient lost or a procedure not done ends the later questions; they are answered with it and never asked. */
export const endsStory = (result: string): boolean => result === 'died' || result === 'lost' || result === 'not-done';

/** Only what belongs to the result goes with it: nothing with a procedure not done or a patient lost, no complication with "no event", no fatal bleeding but with a death. */
export const detailsFor = (result: Outcome, d: OutcomeDetails): OutcomeDetails => {
  if (result === 'lost' || result === 'not-done') return {};
  const { event, complications, bleedingBarc, ...vessel } = d;
  if (result === 'no-event') return vessel;
  return {
    ...vessel, ...(event?.trim() ? { event: event.trim() } : {}), ...(complications?.length ? { complications } : {}),
    ...(bleedingBarc !== undefined && (result === 'died' || !isFatal(bleedingBarc)) ? { bleedingBarc } : {}),
  };
};
