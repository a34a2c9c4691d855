import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hang, show } from './gallery.js';
import type { Visitor } from './gallery.js';
import { Stage } from './stage.js';

const FOLDER = resolve('var/screens');
const LOOKS = [
  { name: 'en-phone', locale: 'en', width: 390, colorScheme: 'light', direction: 'ltr' },
  { name: 'en-desktop', locale: 'en', width: 1200, colorScheme: 'dark', direction: 'ltr' },
  { name: 'zh-phone', locale: 'zh-Hans', width: 390, colorScheme: 'dark', direction: 'ltr' },
  { name: 'zh-desktop', locale: 'zh-Hans', width: 1200, colorScheme: 'light', direction: 'ltr' },
  { name: 'ar-phone', locale: 'ar', width: 390, colorScheme: 'light', direction: 'rtl' },
] as const;
const VISITORS: readonly Visitor[] = ['nobody', 'delegate', 'staff'];

/** Parts of names: `npm run screens -- staff visits` draws the pages that are called so and leaves the others as they are. */
const wanted = process.argv.slice(2);

/** Draws every page into var/screens, to be looked at; and the README's picture, docs/images/pages.png, from three of them. */
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
        await show(page, stage, picture, look.locale);
        await page.evaluate((direction) => { document.documentElement.dir = direction; }, look.direction);
        await page.screenshot({ path: join(FOLDER, `${picture.name}.${look.name}.png`), fullPage: true });
      }
      await page.context().close();
    }
  }
  // Last, since nothing else can be asked then.
  if (wanted.length === 0 || wanted.includes('away')) await drawAway(stage);
  if (wanted.length === 0) await compose(stage);
  console.log(`${pictures.length * LOOKS.length} screens in ${FOLDER}`);
} finally {
  await stage.close();
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

/** Three pages side by side, as the README shows them. */
async function compose({ browser }: Stage): Promise<void> {
  mkdirSync('docs/images', { recursive: true });
  const shown = ['programme.zh-desktop', 'status.en-phone', 'visits.zh-phone'];
  const sheet = shown.map((name, index) => `<div style="inline-size:${index === 0 ? 700 : 300}px"><img src="data:image/png;base64,${readFileSync(join(FOLDER, `${name}.png`)).toString('base64')}"></div>`).join('');
  const page = await browser.newPage({ viewport: { width: 1440, height: 660 } });
  await page.setContent(`<style>body{margin:0;background:#e9e2d9;display:flex;gap:30px;padding:30px 40px}div{block-size:600px;overflow:hidden;border-radius:10px;box-shadow:0 6px 24px #0003;background:#fffdfa}img{inline-size:100%;display:block}</style>${sheet}`);
  await page.screenshot({ path: join('docs', 'images', 'pages.png') });
  console.log(pathToFileURL(resolve('docs/images/pages.png')).href);
}
