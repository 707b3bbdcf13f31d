import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility violations of the page as lines: rule, how many elements, the first of them. WCAG 2.2 A and AA and good practice. */
export async function axeViolations(page: Page): Promise<string[]> {
  // A script tag would be refused by the page's Trusted Types, and the policy stays on; evaluation by the debugger is no sink.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length} (${String(nodes[0]?.target)})`);
  });
}
