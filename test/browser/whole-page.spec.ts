import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium, launchChromium } from '#testkit';
import type { Browser, Page } from 'playwright-core';
import { arriveWhole } from './whole-page.js';

describeWhere(hasChromium(), 'Chromium is not installed')('a page that comes in two halves', () => {
  let server: Server;
  let browser: Browser;
  let address = '';
  /** The second half comes after this. */
  let held: Promise<unknown> = Promise.resolve();

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.method === 'POST') { response.writeHead(303, { location: request.url }).end(); return; }
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(`<!doctype html><main><form method=post><button>On</button></form><p>first half</p>${' '.repeat(2_000)}`);
      void held.then(() => response.end('<p>second half</p></main>'));
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => { server.close(resolve); });
  });

  async function open(): Promise<Page> {
    held = Promise.resolve();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address);
    return page;
  }

  it.each([['of the page', (page: Page) => page.click('button')], ['of what was found on it', (page: Page) => page.locator('main').locator('button').click()]])('is there as a whole after a click %s', async (_whose, press) => {
    const page = await open();
    arriveWhole(page);
    held = pause(300);
    await press(page);
    expect(await page.innerText('main')).toMatch(/first half[^]*second half/);
  });

  it('is read before it is whole where a click waits for its first bytes only', async () => {
    const page = await open();
    let release = (): void => undefined;
    held = new Promise<void>((resolve) => { release = resolve; });
    await page.click('button');
    expect(await page.innerText('main')).not.toContain('second half');
    release();
  });
});
