import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { hang, show } from './gallery.js';
import type { Picture, Visitor, Visitors } from './gallery.js';
import { drawReadme } from './readme-pictures.js';
import { Stage } from './stage.js';

const FOLDER = resolve('var/screens');
const LOOKS = [
  { name: 'en-phone', locale: 'en', width: 390, colorScheme: 'light', direction: 'ltr' },
  { name: 'en-desktop', locale: 'en', width: 1200, colorScheme: 'dark', direction: 'ltr' },
  { name: 'zh-phone', locale: 'zh-Hans', width: 390, colorScheme: 'dark', direction: 'ltr' },
  { name: 'zh-desktop', locale: 'zh-Hans', width: 1200, colorScheme: 'light', direction: 'ltr' },
  { name: 'ar-phone', locale: 'ar', width: 390, colorScheme: 'light', direction: 'rtl' },
] as const;
const PRINTED: readonly string[] = ['programme', 'status', 'agenda'];
const VISITORS: readonly Visitor[] = ['nobody', 'delegate', 'staff'];

/** Parts of names: `npm run screens -- staff visits` draws the pages that are called so and leaves the others as they are. */
const wanted = process.argv.slice(2);

/** Draws every page into var/screens, to be looked at; and what the README shows into docs/images. */
const stage = await Stage.open();
try {
  const { pictures: all, visitors } = await hang(stage);
  const pictures = wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((part) => name.includes(part)));
  if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const look of LOOKS) {
    for (const visitor of VISITORS) {
      const page = await (await stage.context({ javaScriptEnabled: true, storageState: visitors[visitor], colorScheme: look.colorScheme, viewport: { width: look.width, height: 844 } })).newPage();
      for (const picture of pictures.filter((one) => one.visitor === visitor)) {
        await page.setViewportSize({ width: look.width, height: 844 });
        await show(page, stage, picture, look.locale);
        await page.evaluate((direction) => { document.documentElement.dir = direction; }, look.direction);
        await unroll(page);
        await page.screenshot({ path: join(FOLDER, `${picture.name}.${look.name}.png`), fullPage: true });
      }
      await page.context().close();
    }
  }
  if (wanted.length === 0 || wanted.includes('readme')) console.log(`${(await drawReadme(stage, visitors, 'docs/images')).join(', ')} in docs/images`);
  if (wanted.length === 0 || wanted.includes('print')) await print(stage, all.filter(({ name }) => PRINTED.includes(name)), visitors);
  // Last, since nothing else can be asked then.
  if (wanted.length === 0 || wanted.includes('away')) await drawAway(stage);
  console.log(`${pictures.length * LOOKS.length} screens in ${FOLDER}`);
} finally {
  await stage.close();
}

/** Letters stand in frames of their own, which a browser paints only where they are on the screen: it is made as high as the page. */
async function unroll(page: Page): Promise<void> {
  if (await page.locator('iframe').count() === 0) return;
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.waitForLoadState('networkidle');
}

/** What is taken along on paper, from a browser in the dark. */
async function print(stage: Stage, pictures: readonly Picture[], visitors: Visitors): Promise<void> {
  for (const picture of pictures) {
    const page = await stage.page({ storageState: visitors[picture.visitor], colorScheme: 'dark' });
    await show(page, stage, picture, 'en');
    await page.pdf({ path: join(FOLDER, `${picture.name}.pdf`), format: 'A4' });
    await page.context().close();
  }
}

/** What a page says while the api is away. */
async function drawAway(stage: Stage): Promise<void> {
  for (const look of LOOKS) {
    const page = await stage.page({ colorScheme: look.colorScheme, viewport: { width: look.width, height: 844 } });
    const api = stage.running.processes['api'];
    // The launcher starts it again, as somebody else.
    try { if (api !== undefined) process.kill(api, 'SIGKILL'); } catch { /* gone already */ }
    await page.goto(`${stage.site}/${look.locale}/conferences/${stage.scenery.slug}`);
    await page.screenshot({ path: join(FOLDER, `away.${look.name}.png`), fullPage: true });
    await page.context().close();
  }
}
