import { isolate, isolateRuns } from '#kernel/text.ts';
import type { Work } from '../rules/wire.ts';
import { vancouver, workLang } from '../rules/works.ts';

/** A publication as one line inside a page of any direction. */
export const workLine = (work: Omit<Work, 'id' | 'seal'>): string => isolate(isolateRuns(vancouver(work, workLang(work)), workLang(work)));
