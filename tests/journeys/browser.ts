import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** A headless Chromium with the drawing that the cine player needs (WebGL2 by software). Close it in afterAll. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  // Chromium's own sandbox refuses to work as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [...sandbox, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

export type Screen = 'phone' | 'desk';
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

export type Visit = { context: BrowserContext; page: Page; /** What the browser complained of: exceptions, policy violations, failed loads of our own. */ complaints: string[] };

/** A fresh person at a screen. `lang` is what the browser asks for. */
export async function visit(browser: Browser, options: { screen: Screen; lang: 'en' | 'fa'; baseURL: string }): Promise<Visit> {
  const phone = options.screen === 'phone';
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: sizes[options.screen],
    locale: options.lang === 'fa' ? 'fa-IR' : 'en-GB',
    timezoneId: 'Asia/Tehran',
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: 1,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** A thin link: 256 kbit/s with 600 ms there and back is `{ kbit: 256, delayMs: 600 }`. */
export async function slowDown(page: Page, { kbit, delayMs }: { kbit: number; delayMs: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytes = (kbit * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: delayMs, downloadThroughput: bytes, uploadThroughput: bytes });
}
