import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/opportunities.ts';
import type { ClosingResult } from '../rules/limits.ts';

export const resultText = (l: Locale, result: ClosingResult): string => ({ filled: say.resultFilled, 'filled-elsewhere': say.resultFilledElsewhere, nobody: say.resultNobody, withdrawn: say.resultWithdrawn })[result](l);
