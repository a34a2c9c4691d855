import type { Page } from 'playwright-core';

/** More steps than any page needs to its last button. */
const STEPS = 120;
/** A hundred steps of the keyboard, each asked for what it reached, in milliseconds. */
export const BY_KEYBOARD_MS = 120_000;

/** Somebody who uses a page by the keyboard alone: whatever is reached, typed or pressed is so by its keys. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Steps on, or back, until what is wanted has the focus. */
  async to(wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const element = this.page.locator(wanted).first();
    for (let step = 0; step < STEPS; step += 1) {
      if (await element.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${wanted} is not reached by the keyboard`);
  }

  /** Types into fields in the order in which they stand; what was there is typed over. */
  async type(entries: Readonly<Record<string, string>>): Promise<void> {
    for (const [wanted, text] of Object.entries(entries)) {
      await this.to(wanted);
      await this.page.keyboard.press('ControlOrMeta+A');
      await this.page.keyboard.type(text);
    }
  }

  async press(wanted: string, key: 'Enter' | 'Space' | 'ArrowDown' = 'Enter'): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press(key);
    await this.page.waitForLoadState();
  }

  /** Presses what leads to another page, and is there. */
  async follow(wanted: string): Promise<void> {
    await this.to(wanted);
    // The page that the key leads to begins after the key; one that was still loading may come to its end meanwhile.
    await Promise.all([this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame()), this.page.keyboard.press('Enter')]);
    await this.page.waitForLoadState();
  }
}
