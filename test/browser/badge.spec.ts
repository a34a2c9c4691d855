import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('the badge beside the names of a registration', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page({ javaScriptEnabled: true });
    await stage.signIn(page, 'meiling@example.org', 'en', `/en/conferences/${stage.scenery.slug}/register`);
    await page.click('button:has-text("Delegate")');
    await page.waitForSelector('[name="names.latinFamily"]');
  }, 120_000);
  afterAll(() => stage.close(), 60_000);

  const shown = (part: string): Promise<string> => page.innerText(`.badge ${part}`);

  it('follows what is typed, from nothing to the name that its owner wishes', async () => {
    expect(await page.isVisible('.badge')).toBe(false);
    await page.check('[name="names.order"][value=FAMILY_FIRST]');
    await page.fill('[name="names.latinFamily"]', 'Lin');
    await page.fill('[name="names.latinGiven"]', 'Meiling');
    expect([await shown('.name'), await shown('.latin')]).toEqual(['Lin Meiling', '']);
    await page.fill('[name="names.native"]', '林美玲');
    expect([await shown('.name'), await shown('.latin')]).toEqual(['林美玲', 'Lin Meiling']);
    await page.fill('[name="names.badge"]', 'May <b>Lin</b>');
    expect([await shown('.name'), await shown('.latin')]).toEqual(['May <b>Lin</b>', 'Lin Meiling']);
    await page.fill('[name="names.badge"]', 'May Lin');
  });

  it('shows what was saved where no script runs', async () => {
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/contact$/);
    const plain = await stage.browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
    const other = await plain.newPage();
    await other.goto(page.url().replace(/contact$/, 'names'));
    expect([await other.innerText('.badge .name'), await other.innerText('.badge .latin')]).toEqual(['May Lin', 'Lin Meiling']);
    await plain.close();
  });
});
