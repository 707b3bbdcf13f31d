import type { Draft } from '#web/autosave.ts';
import type { CvBody } from '../rules/wire.ts';

export type CvDraft = Pick<Draft<CvBody>, 'value' | 'change'>;
