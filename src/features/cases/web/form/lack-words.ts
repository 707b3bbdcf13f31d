// What is missing, in words.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import type { Lack } from '../../rules/missing.ts';
import { isPrompt } from '../../rules/prompts.ts';
import type { ShelfItem } from '../../rules/vocabulary.ts';
import { shelfLabel } from '../labels.ts';
import { promptLabel } from '../prompt-labels.ts';

const words: Readonly<Record<string, (l: Locale) => string>> = {
  title: say.fieldTitle, question: say.fieldQuestion, topics: say.fieldTopics, ageBand: say.fieldAgeBand, sex: say.fieldSex, presentation: say.fieldPresentation,
  symptoms: say.lackSymptoms, lvefPct: say.fieldLvef, creatinine: say.fieldCreatinine, comorbidity: say.lackComorbidity, findings: say.lackFindings, shelf: say.lackShelf,
  decideBy: say.fieldDecideBy, experience: say.lackExperience, hb: say.fieldHb, weightKg: say.fieldWeight,
};
export const lackWords = (l: Locale, { field }: Lack): string => {
  if (field.startsWith('shelf.')) return say.lackShelfItem(l, { item: shelfLabel(l, field.slice('shelf.'.length) as ShelfItem) });
  const prompt = field.startsWith('more.') ? field.slice('more.'.length) : '';
  return isPrompt(prompt) ? promptLabel(l, prompt) : (words[field]?.(l) ?? field);
};
