import type { Page } from 'playwright-core';

/** Waits until the screen shows what the page was told: what it does with a move of the hand it does with its next frame. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(() => { resolve(); }); }); }));
}

/** Makes a day so long that a slow machine, too, lets go before the page has scrolled to its end, where nothing lies under the hand. */
export function makeLong(page: Page): Promise<void> {
  return page.evaluate(() => { for (const row of document.querySelectorAll<HTMLElement>('tr[data-at]')) row.style.height = '15rem'; });
}

/** What the page says by itself, as soon as it does. */
export async function said(page: Page): Promise<string> {
  await page.waitForFunction(() => (document.querySelector('[data-said]')?.textContent ?? '') !== '');
  return page.innerText('[data-said]');
}

/** Addresses to which the page sends anything from now on. */
export function postsOf(page: Page): readonly string[] {
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.url()); });
  return sent;
}
