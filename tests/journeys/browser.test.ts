import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';

let browser: Browser;
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<!doctype html><html lang="fa" dir="rtl"><title>هم‌دل</title><main><h1>سلام</h1><img src="data:,x"></main></html>');
});
let baseURL: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

test('a browser is found, shows a page, and draws with WebGL2', async () => {
  const { page, context } = await visit(browser, { screen: 'phone', lang: 'fa', baseURL });
  await page.goto('/');
  expect(await page.textContent('h1')).toBe('سلام');
  expect(await page.evaluate(() => [navigator.language, document.createElement('canvas').getContext('webgl2') !== null])).toEqual(['fa-IR', true]);
  await context.close();
});

test('the accessibility check sees a picture without a description', async () => {
  const { page, context } = await visit(browser, { screen: 'desk', lang: 'en', baseURL });
  await page.goto('/');
  expect((await axeViolations(page)).join()).toMatch(/image-alt/);
  await context.close();
});
