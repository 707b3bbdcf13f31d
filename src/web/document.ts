// The HTML document around a page. Links only to our own hashed files: the policy allows no inline script and no inline style.
import { directionOf } from '#kernel/locale.ts';
import type { Locale } from '#kernel/locale.ts';
import { sprite } from './icons.ts';
import type { Embedded } from './shown.ts';

/** Hashed files a page needs: the styles at once, the scripts after them, the face of the text last unless this browser has it. */
export type Assets = { readonly entry: string; readonly styles: readonly string[]; readonly scripts: readonly string[]; readonly later: readonly string[] };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

// `<` would end the element; the two line separators are no valid script text in old engines.
const json = (value: unknown): string => JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const documentOf = ({ l, title, body, data, assets }: { l: Locale; title: string; body: string; data: Embedded; assets: Assets }): string =>
  `<!doctype html>
<html lang="${l}" dir="${directionOf(l)}"${data.theme === null ? '' : ` data-theme="${data.theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escape(title)}</title>
${assets.styles.map((href) => `<link rel="stylesheet" href="/${href}">`).join('\n')}
<link rel="icon" href="/mark-16.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<meta name="referrer" content="no-referrer">
<script type="application/json" id="boot">${json({ entry: assets.entry, scripts: assets.scripts, styles: assets.later })}</script>
<script type="module" async src="/assets/boot-2.js"></script>
<noscript>${assets.later.map((href) => `<link rel="stylesheet" href="/${href}">`).join('')}</noscript>
</head>
<body>
${sprite()}
<div id="app">${body}</div>
<script type="application/json" id="data">${json(data)}</script>
</body>
</html>
`;
