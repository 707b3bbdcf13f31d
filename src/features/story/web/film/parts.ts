// Parts of the viewer whose code comes after the film: nothing of them is needed to see it move.

import { later } from '#web/later.tsx';

export const HelpMap = later(async () => (await import('./help.tsx')).HelpMap);
export const LinkRow = later(async () => (await import('./link-row.tsx')).LinkRow);
export const LongCut = later(async () => (await import('./long-cut.tsx')).LongCut);
export const MeasurePanel = later(async () => (await import('./measure/panel.tsx')).MeasurePanel);
export const MeasureOver = later(async () => (await import('./measure/over.tsx')).MeasureOver);
export const LyingRow = later(async () => (await import('./hand-rows.tsx')).LyingRow);
export const MaskRow = later(async () => (await import('./mask-row.tsx')).MaskRow);
export const Together = later(async () => (await import('./together.tsx')).Together);
export const WindowRow = later(async () => (await import('./hand-rows.tsx')).WindowRow);

/** What a tap opens must be there when the network has gone. */
export const fetchParts = (): void => {
  for (const part of [HelpMap, LinkRow, LyingRow, MaskRow, WindowRow]) void part.fetch();
};
