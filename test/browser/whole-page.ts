import type { Page } from 'playwright-core';

/**
 * A click, of a page or of what was found on it, ends when the page that it leads to is there to its last line. Playwright waits for
 * its first bytes only: whoever reads what it says then reads as much as has come by now.
 */
export function arriveWhole(page: Page): void {
  const frame = page.mainFrame();
  const click = frame.click.bind(frame);
  frame.click = async (selector, options) => {
    await click(selector, options);
    await frame.waitForLoadState('domcontentloaded', options?.timeout === undefined ? {} : { timeout: options.timeout });
  };
}
