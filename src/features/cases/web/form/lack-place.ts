// Where in the form a missing fact is told: the id that a link of the missing list leads to.

import type { Lack } from '../../rules/missing.ts';
import { isPrompt, promptKinds } from '../../rules/prompts.ts';

const places: Readonly<Record<string, string>> = { lesions: 'lesions', patient: 'patient', scores: 'scores' };
const exact: Readonly<Record<string, string>> = { diabetes: 'diabetes', scai: 'scai', dominance: 'lesions' };

/** The id without its `#`. */
export const lackPlace = ({ field }: Lack): string => {
  const prompt = field.startsWith('more.') ? field.slice('more.'.length) : '';
  if (!isPrompt(prompt)) return `f-${field}`;
  const kind = promptKinds[prompt];
  return kind.kind === 'elsewhere' ? `f-${exact[prompt] ?? places[kind.at] ?? ''}` : `f-${field}`;
};

/** Brings a place of the form before the eyes and its first control under the fingers; opens what it is folded into. */
export const goTo = (id: string): void => {
  const place = document.getElementById(id);
  if (place === null) return;
  for (let up = place.parentElement; up !== null; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  const control = place.matches('input,select,textarea,button,summary') ? place : place.querySelector<HTMLElement>('input,select,textarea,[tabindex="0"],button,summary');
  place.scrollIntoView({ block: 'center' });
  (control as HTMLElement | null)?.focus({ preventScroll: true });
};
