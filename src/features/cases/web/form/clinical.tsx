import type { ComponentChildren } from 'preact';
import type { Locale } from '#kernel/locale.ts';
import { isolateRuns } from '#kernel/text.ts';
import { isolated } from '#web/text/say.tsx';

/** A label of the scores, whose Latin runs ("<70°", "Cr >2.26 mg/dL") would turn over inside Persian. */
export const clinical = (l: Locale, text: string): ComponentChildren => isolated(isolateRuns(text, l));
