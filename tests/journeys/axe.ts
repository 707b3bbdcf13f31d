import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility violations of the page as lines: rule, how many elements, the first of them. WCAG 2.2 A and AA and good practice. */
export const axeViolations = (page: Page): Promise<string[]> => violations(page, undefined);

/** Contrast alone: all that another light of the same page can break. */
export const contrastViolations = (page: Page): Promise<string[]> => violations(page, ['color-contrast']);

async function violations(page: Page, only: string[] | undefined): Promise<string[]> {
  // A script tag would be refused by the page's Trusted Types, and the policy stays on; evaluation by the debugger is no sink.
  await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } };
    const found = await axe.run(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length} (${String(nodes[0]?.target)})`);
  }, only);
}
