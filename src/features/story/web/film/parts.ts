// Parts of the viewer whose code comes when they are first wanted: few cases have them, or few readers want them.

import { later } from '#web/later.tsx';

export const LongCut = later(async () => (await import('./long-cut.tsx')).LongCut);
export const MeasurePanel = later(async () => (await import('./measure/panel.tsx')).MeasurePanel);
export const MeasureOver = later(async () => (await import('./measure/over.tsx')).MeasureOver);
