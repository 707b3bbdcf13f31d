import type { Seat } from './limits.ts';

/** From which seat somebody of a stage looks, unless the asker says otherwise. */
export const seatOf = (stage: string): Seat => (stage === 'surgeon' ? 'surgeon' : stage === 'imaging' ? 'imager' : stage === 'intensivist' ? 'intensivist' : 'operator');
