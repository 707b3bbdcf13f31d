/** A death, a patient lost or a procedure not done ends the later questions; they are answered with it and never asked. */
export const endsStory = (result: string): boolean => result === 'died' || result === 'lost' || result === 'not-done';
