// The first script of a page: lets the document and its style arrive alone, then brings the rest.
// Measured at 256 kbit/s and 600 ms: with all scripts asked for at once, the style shared the line with them and the case page was readable after 2.9 s, not 1.9.
const { entry, scripts } = JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as { entry?: string; scripts?: string[] };

const bring = (): void => {
  for (const file of scripts ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/${file}`;
    document.head.append(link);
  }
  if (entry !== undefined) void import(/* @vite-ignore */ `/${entry}`);
};

// A frame is drawn only once the style is here; a hidden tab draws none, so it does not wait.
if (document.hidden) bring();
else requestAnimationFrame(() => setTimeout(bring));
