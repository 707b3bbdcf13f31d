// One JSON line an event, with an allow-list of keys: no text, no names, no file names, and nobody's id,
// because a log that says who asked for what would name a hidden asker.

const allowed = new Set(['at', 'level', 'event', 'fault', 'method', 'route', 'status', 'ms', 'code', 'task', 'count', 'bytes', 'port', 'kind', 'where']);

export type Log = (level: 'info' | 'warn' | 'fault', event: string, facts?: Record<string, string | number | boolean>) => void;

export const lineOf = (at: Date, level: string, event: string, facts: Record<string, unknown>): string =>
  JSON.stringify({ at: at.toISOString(), level, event, ...Object.fromEntries(Object.entries(facts).filter(([key]) => allowed.has(key))) });

export const openLog = (now: () => Date, write: (line: string) => void): Log => (level, event, facts = {}) => write(`${lineOf(now(), level, event, facts)}\n`);
