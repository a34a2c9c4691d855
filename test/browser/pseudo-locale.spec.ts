import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { hang, show } from './gallery.js';
import type { Picture, Visitors } from './gallery.js';
import { typedIn } from './set-the-stage.js';
import { Stage } from './stage.js';

/** What no language writes otherwise, beside what the pictures themselves put into the system: addresses, codes, kinds of files, names of time zones. */
const NAMES = [
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w /+-]+$/,
  /^(محمد|آمنة) الأمين$/u, /^(Mohamed|Amna|Yasir|Khalid|Salma) Elamin$/, /^(Natalya Ivanova|João Silva|Osman Bashir)$/, /^Press 2026 \(2\)$/, /^ADMIN_TOKEN$/, /^[\w.•-]+@example\.(org|com|net)$/, /^[A-Z]{2}-[0-9A-Z]{6}$/, /^(CSV|XLSX|PDF)$/, /\.csv$/, /^(UTF-8|UTF-16 [LB]E|GB18030|Windows-1252)$/, /^PostgreSQL [\d.]+$/, /^https?:\/\/\S+$/,
];

/**
 * What was written into a page by hand: it stands without the marks of the pseudo-locale, and reads the same in Chinese. Dates,
 * names of countries and the organisers' own words differ there.
 */
function writtenByHand(chinese: readonly string[], pseudo: readonly string[]): string[] {
  return pseudo.filter((text) => !isMarked(text) && /\p{L}/u.test(text) && chinese.includes(text) && !typedIn.has(text) && !NAMES.some((pattern) => pattern.test(text)));
}

/** A date as programs write it, where people read. */
function datesOfPrograms(texts: readonly string[]): string[] {
  return texts.filter((text) => !isMarked(text) && /\b\d{4}-\d{2}-\d{2}(T|\b)/.test(text));
}

const isMarked = (text: string): boolean => /^⟦.*⟧$/su.test(text);

describe('text written into a page by hand', () => {
  it('is told from marked text, from what Intl and the organisers write, and from names', () => {
    typedIn.add('Nile Voices');
    expect(writtenByHand(['Save', '2026年6月1日', '开幕式', 'Nile Voices', '12'], ['⟦Sávé⟧', 'Save', '1 June 2026', 'Opening', 'Nile Voices', '12'])).toEqual(['Save']);
    expect(datesOfPrograms(['1 June 2026', '2026-06-01', 'since 2026-06-01T09:00:00Z', '⟦such as 2026-06-01⟧', '86-138-0013-8000'])).toEqual(['2026-06-01', 'since 2026-06-01T09:00:00Z']);
  });
});

describeWhere(hasChromium(), 'Chromium is not installed')('every page', () => {
  let stage: Stage;
  let pictures: readonly Picture[];
  let visitors: Visitors;
  beforeAll(async () => {
    stage = await Stage.open({ PSEUDO_LOCALE: 'on' });
    ({ pictures, visitors } = await hang(stage));
  }, 150_000);
  afterAll(() => stage.close());

  it.each([['nobody', 250], ['delegate', 250], ['staff', 2_000]] as const)('that %s sees has its words from the catalogues, and its dates from Intl', async (visitor, atLeast) => {
    const page = await (await stage.context({ javaScriptEnabled: true, bypassCSP: true, storageState: visitors[visitor] })).newPage();
    await page.goto(`${stage.site}/en/nowhere`);
    const found: string[] = [];
    let marked = 0;
    for (const picture of pictures.filter((one) => one.visitor === visitor)) {
      const [chinese, pseudo] = [await textsOf(page, stage, picture, 'zh-Hans'), await textsOf(page, stage, picture, 'en-XA')];
      marked += pseudo.filter(isMarked).length;
      found.push(...[...writtenByHand(chinese, pseudo), ...datesOfPrograms(pseudo)].map((text) => `${picture.name}: ${text}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
    expect(marked).toBeGreaterThan(atLeast);
  }, 240_000);
});

/**
 * Every text of a page that someone sees or hears, but what it says to be somebody's name (`bdi`), a program's (`code`), or of another
 * language (`lang`), as the names are by which languages call themselves. Pages come whole from the
 * server, so that they are read without being drawn; only where something is pressed one is opened.
 */
async function textsOf(page: Page, stage: Stage, picture: Picture, locale: string): Promise<string[]> {
  const isPressed = picture.press !== undefined;
  if (isPressed) await show(page, stage, picture, locale);
  return page.evaluate(async (address) => {
    const shown = address === undefined ? document : new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    const texts: string[] = [shown.title];
    for (const unread of shown.querySelectorAll('body [lang], bdi, code, script, style')) unread.remove();
    const walker = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.parentElement?.closest('summary[aria-label]') === null) texts.push(node.textContent ?? '');
    for (const name of ['placeholder', 'aria-label', 'alt', 'title']) {
      for (const element of shown.querySelectorAll(`[${name}]:not(summary)`)) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }, isPressed ? undefined : `${stage.site}/${locale}${picture.path}`);
}
