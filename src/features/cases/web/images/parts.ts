// Parts of the images page that are needed only after a drop, or stand below the first sight.

import { later } from '#web/later.tsx';

export const RunLook = later(async () => (await import('./run-look.tsx')).RunLook);
export const RunsTable = later(async () => (await import('./runs-table.tsx')).RunsTable);
export const Asides = later(async () => (await import('./runs-table.tsx')).Asides);
export const Going = later(async () => (await import('./going.tsx')).Going);
export const WillLeave = later(async () => (await import('./leaving.tsx')).WillLeave);
export const NotTaken = later(async () => (await import('./not-taken.tsx')).NotTaken);
export const Changes = later(async () => (await import('./changes.tsx')).Changes);
export const RunsThere = later(async () => (await import('./there.tsx')).RunsThere, import.meta.env.SSR ? (await import('./there.tsx')).RunsThere : undefined);
