// "Chrome, Android": enough to know one's own device in a list. The full user agent is not kept.

const first = (text: string, table: readonly (readonly [RegExp, string])[]): string => table.find(([sign]) => sign.test(text))?.[1] ?? '';

const browsers = [[/\bEdg/, 'Edge'], [/\bOPR\//, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS|Chromium/, 'Chrome'], [/Safari/, 'Safari']] as const;
const systems = [[/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']] as const;

export const deviceOf = (userAgent: string | undefined): string =>
  [first(userAgent ?? '', browsers), first(userAgent ?? '', systems)].filter(Boolean).join(', ');
