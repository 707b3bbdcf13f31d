// Parts of the viewer whose code comes when they are first shown: few cases have them.

import { later } from '#web/later.tsx';

export const LongCut = later(async () => (await import('./long-cut.tsx')).LongCut);
