// What must hold on every page, whatever stands on it: accessibility, sizes, no sideways scroll, no sentence of the other language.

import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';

/** Smallest text and smallest target in CSS px; the design's own limits, above WCAG 2.2's 24 px target. */
const LEAST_TEXT = 15;
const LEAST_TARGET = 44;

export type Soundness = { readonly lang: 'en' | 'fa' };

/** Lines that say what is wrong with the page as it stands; none when it is sound. Seen at its whole height: a control half under a bar is no fault. */
export const faultsOf = async (page: Page, { lang }: Soundness): Promise<string[]> => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  // Only a page that fits can be looked at whole: the viewer and open dialogs stay at the size of the screen.
  const whole = await page.evaluate(() => (document.querySelector('dialog[open]') === null ? document.documentElement.scrollHeight : 0));
  if (whole > size.height) await page.setViewportSize({ width: size.width, height: Math.min(whole + 200, 16_000) });
  try {
    await rested(page);
    const seen = await page.evaluate(lookOver, { text: LEAST_TEXT, target: LEAST_TARGET, width: size.width, persian: lang === 'fa' });
    return [...seen, ...(await axeViolations(page)).map((line) => `axe ${line}`)];
  } finally {
    if (whole > size.height) await page.setViewportSize(size);
  }
};

/** Waits until nothing on the page is still changing its colour or place. */
export const rested = (page: Page): Promise<void> => page.evaluate(atRest);

/** Runs in the page: colours that are still changing would be read half way. */
async function atRest(): Promise<void> {
  const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  // A screen that nobody looks at may hold its animations for ever.
  await Promise.race([Promise.all(ending.map((one) => one.finished.catch(() => {}))), new Promise((done) => setTimeout(done, 1500))]);
}

/** Runs in the page. */
function lookOver({ text, target, width, persian }: { text: number; target: number; width: number; persian: boolean }): string[] {
  const faults: string[] = [];
  const short = (one: string): string => one.replace(/\s+/g, ' ').trim().slice(0, 60);
  const isShown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  /** Clipped to a pixel for screen readers only. */
  const isForEars = (element: Element): boolean => element.closest('.vh, .skip:not(:focus)') !== null;

  const wide = document.documentElement.scrollWidth;
  if (wide > width) {
    const culprit = [...document.querySelectorAll('body *')].find((one) => isShown(one) && !isForEars(one) && (one.getBoundingClientRect().right > width + 1 || one.getBoundingClientRect().left < -1));
    faults.push(`sideways: ${wide} of ${width} (${culprit?.tagName.toLowerCase()}.${culprit?.getAttribute('class')} "${short(culprit?.textContent ?? '')}")`);
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Map<string, string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (words === '' || parent === null || parent.closest('script, style, noscript, svg, sup, sub') !== null || !isShown(parent) || isForEars(parent)) continue;
    const px = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (px < text - 0.01) small.set(`${parent.tagName.toLowerCase()}.${parent.className} ${px} px`, short(words));
    if (/\b(?:web|cases|routing|opinions|story|people|institutions|notices|stewardship|home|outcomes)\.[a-z][A-Za-z]+|\{[a-z]+[,}]|undefined|\[object|NaN\b/.test(words)) faults.push(`raw: "${short(words)}"`);
    if (/\u2068/.test(words) && parent.closest('option') === null) faults.push(`isolate as a letter: "${short(words)}"`);
    // A person's text carries the language it was written in; three plain Latin words in a row elsewhere are a sentence that was not translated.
    const theirs = parent.closest('[lang]') !== document.documentElement || parent.closest('bdi, code, .x, option, time') !== null;
    if (persian && !theirs && /(?:\b[A-Za-z]{2,}\s+){2,}[A-Za-z]{2,}/.test(words)) faults.push(`English: "${short(words)}"`);
  }
  for (const [where, words] of small) faults.push(`small text: ${where} "${words}"`);

  /** A link within a line of text may be as tall as the line (WCAG 2.2, 2.5.8 exception "inline"). */
  const isInline = (element: Element): boolean => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, td, small, figcaption, .meta, .eyebrow, span, h1, h2, h3, div');
    return around !== null;
  };
  const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="option"]');
  for (const one of controls) {
    if (!isShown(one) && !(one instanceof HTMLInputElement)) continue;
    if (isForEars(one) || one.closest('svg, [inert]') !== null || isInline(one)) continue;
    // A tick or a radio is as large as the label around it.
    const taken = one instanceof HTMLInputElement && /radio|checkbox|file/.test(one.type) ? (one.closest('label') ?? one) : one;
    if (!isShown(taken)) continue;
    const { width: w, height: h } = taken.getBoundingClientRect();
    if (w < target - 0.5 || h < target - 0.5) faults.push(`small target: ${taken.tagName.toLowerCase()}.${taken.getAttribute('class')} ${Math.round(w)}×${Math.round(h)} "${short(taken.textContent || taken.getAttribute('aria-label') || '')}"`);
  }
  return [...new Set(faults)];
}
