import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { hang, show } from './gallery.js';
import type { Picture, Visitors } from './gallery.js';
import { Stage } from './stage.js';

/** What no language writes otherwise: names of people and organisations, an address, codes, the names of the time zones' database. */
const NAMES = [
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w /+-]+$/,
  /^(محمد|آمنة) الأمين$/u, /^(Mohamed|Amna|Yasir|Khalid|Salma) Elamin$/, /^Nile Voices$/, /^Lagos Chamber of Commerce$/, /^عثمان بشير$/u, /^[\w.•-]+@example\.(org|com|net)$/, /^[A-Z]{2}-[0-9A-Z]{6}$/,
  // A question, and a reason, that organisers wrote in English alone.
  /^Which languages do you guide in\?$/, /^Each outlet has two places, and both are taken\.$/,
];

/**
 * What was written into a page by hand: it stands without the marks of the pseudo-locale, and reads the same in English and
 * in Chinese. Dates, names of countries and the organisers' own words differ between those two.
 */
function writtenByHand(english: readonly string[], chinese: readonly string[], pseudo: readonly string[]): string[] {
  return pseudo.filter((text) => !/^⟦.*⟧$/su.test(text) && english.includes(text) && chinese.includes(text) && !NAMES.some((pattern) => pattern.test(text)));
}

describe('text written into a page by hand', () => {
  it('is told from marked text, from what Intl and the organisers write, and from names', () => {
    expect(writtenByHand(['Save', '1 June 2026', 'Opening', 'Nile Voices'], ['Save', '2026年6月1日', '开幕式', 'Nile Voices'], ['⟦Sávé⟧', 'Save', '1 June 2026', 'Opening', 'Nile Voices'])).toEqual(['Save']);
  });
});

describeWhere(hasChromium(), 'Chromium is not installed')('every page of delegates', () => {
  let stage: Stage;
  let pictures: readonly Picture[];
  let visitors: Visitors;
  beforeAll(async () => {
    stage = await Stage.open({ PSEUDO_LOCALE: 'on' });
    ({ pictures, visitors } = await hang(stage));
  }, 150_000);
  afterAll(() => stage.close());

  it('has its words from the catalogues', async () => {
    const found: string[] = [];
    let marked = 0;
    for (const visitor of ['nobody', 'delegate'] as const) {
      const page = await (await stage.context({ javaScriptEnabled: true, bypassCSP: true, storageState: visitors[visitor] })).newPage();
      for (const picture of pictures.filter((one) => one.visitor === visitor && !/staff|console/.test(one.path))) {
        const [english, chinese, pseudo] = [await textsOf(page, stage, picture, 'en'), await textsOf(page, stage, picture, 'zh-Hans'), await textsOf(page, stage, picture, 'en-XA')];
        marked += pseudo.filter((text) => text.startsWith('⟦')).length;
        found.push(...writtenByHand(english, chinese, pseudo).map((text) => `${picture.name}: ${text}`));
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
    expect(marked).toBeGreaterThan(500);
  }, 240_000);
});

/** Every text of a page that someone sees or hears, but the names by which languages call themselves. */
async function textsOf(page: Page, stage: Stage, picture: Picture, locale: string): Promise<string[]> {
  await show(page, stage, picture, locale);
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    for (const links of document.querySelectorAll('.tongues ul')) links.remove();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.parentElement?.closest('summary[aria-label]') === null) texts.push(node.textContent ?? '');
    for (const name of ['placeholder', 'aria-label', 'alt', 'title']) {
      for (const element of document.querySelectorAll(`[${name}]:not(summary)`)) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
  });
}
