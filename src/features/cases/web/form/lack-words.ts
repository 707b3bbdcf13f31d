// What is missing, in words, and where it is told: the id of the place a link of the missing list leads to.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import type { Lack } from '../../rules/missing.ts';
import { isPrompt, promptKinds } from '../../rules/prompts.ts';
import type { ShelfItem } from '../../rules/vocabulary.ts';
import { shelfLabel } from '../labels.ts';
import { promptLabel } from '../prompt-labels.ts';

const words: Readonly<Record<string, (l: Locale) => string>> = {
  title: say.fieldTitle, question: say.fieldQuestion, topics: say.fieldTopics, ageBand: say.fieldAgeBand, sex: say.fieldSex, presentation: say.fieldPresentation,
  symptoms: say.lackSymptoms, lvefPct: say.fieldLvef, creatinine: say.fieldCreatinine, comorbidity: say.lackComorbidity, findings: say.lackFindings, shelf: say.lackShelf,
  decideBy: say.fieldDecideBy, experience: say.lackExperience, hb: say.fieldHb, weightKg: say.fieldWeight,
};
const places: Readonly<Record<string, string>> = { lesions: 'lesions', patient: 'patient', scores: 'scores' };
const exact: Readonly<Record<string, string>> = { diabetes: 'diabetes', scai: 'scai', dominance: 'lesions' };

export const lackWords = (l: Locale, { field }: Lack): string => {
  if (field.startsWith('shelf.')) return say.lackShelfItem(l, { item: shelfLabel(l, field.slice('shelf.'.length) as ShelfItem) });
  const prompt = field.startsWith('more.') ? field.slice('more.'.length) : '';
  return isPrompt(prompt) ? promptLabel(l, prompt) : (words[field]?.(l) ?? field);
};

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
