import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { BrowserContext, Page } from 'playwright-core';
import { hang, show } from './gallery.js';
import type { Picture, Visitor, Visitors } from './gallery.js';
import { Stage } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1200, height: 900 };
/** All twelve, so that the pages, which see them in turn, see each of them often. */
const LOOKS = ([
  ['en', PHONE, 'light'], ['zh-Hans', DESKTOP, 'dark'], ['ar', PHONE, 'dark'], ['en', DESKTOP, 'light'], ['zh-Hans', PHONE, 'light'], ['ar', DESKTOP, 'light'],
  ['en', PHONE, 'dark'], ['zh-Hans', DESKTOP, 'light'], ['ar', PHONE, 'light'], ['en', DESKTOP, 'dark'], ['zh-Hans', PHONE, 'dark'], ['ar', DESKTOP, 'dark'],
] as const).map(([locale, viewport, colorScheme]) => ({ locale, viewport, colorScheme }));
/** Each page in the next of the looks; `npm run check:long` sees each in all of them. */
const looksOf = (index: number) => (process.env['LOOKS'] === 'all' ? LOOKS : [LOOKS[index % LOOKS.length]!]);

interface AxeResult { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }

describeWhere(hasChromium(), 'Chromium is not installed')('every page', () => {
  let stage: Stage;
  let pictures: readonly Picture[];
  let visitors: Visitors;
  const contexts = new Map<Visitor, BrowserContext>();
  const asked: string[] = [];
  /** Pages that a script of the build makes better. */
  const withScript = new Set<string>();
  const policies = new Map<string, string | undefined>();

  beforeAll(async () => {
    stage = await Stage.open();
    ({ pictures, visitors } = await hang(stage));
    for (const visitor of ['nobody', 'delegate', 'staff'] as const) {
      // axe is a script; the pages' own policy lets none run but those of the build.
      const context = await stage.context({ javaScriptEnabled: true, bypassCSP: true, storageState: visitors[visitor] });
      context.on('request', (request) => asked.push(request.url()));
      context.on('response', (response) => { if (response.request().isNavigationRequest() && response.headers()['location'] === undefined) policies.set(new URL(response.url()).pathname, response.headers()['content-security-policy']); });
      contexts.set(visitor, context);
    }
  }, 150_000);
  afterAll(() => stage.close());

  it('has nothing that axe would mend, and fits 320 pixels in both directions', async () => {
    const walk = async ([visitor, context]: [Visitor, BrowserContext]): Promise<string[]> => {
      const found: string[] = [];
      const page = await context.newPage();
      for (const [index, picture] of pictures.filter((one) => one.visitor === visitor).entries()) {
        for (const { locale, viewport, colorScheme } of looksOf(index)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await show(page, stage, picture, locale);
          if (await page.locator('script[src]').count() > 0) withScript.add(new URL(page.url()).pathname);
          const faults = [...await axeFaults(page), ...await layoutFaults(page)];
          found.push(...faults.map((fault) => `${picture.name} ${locale} ${viewport.width} ${colorScheme}: ${fault}`));
        }
      }
      return found;
    };
    expect((await Promise.all([...contexts].map(walk))).flat()).toEqual([]);
  }, process.env['LOOKS'] === 'all' ? 3_600_000 : 480_000);

  it('asks nobody but its own origin, and says so in its policy', () => {
    expect(asked.filter((url) => !url.startsWith(`${stage.site}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(policies.size).toBeGreaterThan(20);
    // A letter shown in a frame brings styles of its own, as in an inbox: nothing but them and its pictures may load, in a frame that can do nothing.
    const [letters, pages] = [[...policies].filter(([path]) => path.endsWith('/preview')), [...policies].filter(([path]) => !path.endsWith('/preview'))];
    for (const [path, policy] of letters) expect([path, policy?.includes("default-src 'none'"), policy?.includes('sandbox'), policy?.includes('script-src')]).toEqual([path, true, true, false]);
    for (const [path, policy] of pages) {
      expect([path, policy?.includes('unsafe'), policy?.includes("default-src 'self'")]).toEqual([path, false, true]);
      // A page that asks for a script of the build lets only those run; on all others none does.
      expect([`script-src 'none'`, `script-src ${stage.site}/assets/`]).toContain(policy?.split('; ').find((part) => part.startsWith('script-src')));
    }
    const drags = [...policies].filter(([, policy]) => policy?.includes(`script-src ${stage.site}/assets/`) === true).map(([path]) => path);
    expect(drags.some((path) => path.endsWith('/programme'))).toBe(true);
    expect(drags.some((path) => path === '/en' || path.endsWith('/release'))).toBe(false);
  });
});

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult, string[]>((tags) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({ runOnly: tags, resultTypes: ['violations'] }), TAGS);
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
}

/** What is too wide on the narrowest screen, whichever way one reads, and what every page must have. */
async function layoutFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    for (const direction of ['ltr', 'rtl']) {
      root.dir = direction;
      if (root.scrollWidth > root.clientWidth) faults.push(`${direction} is ${String(root.scrollWidth - root.clientWidth)} px too wide`);
      for (const table of document.querySelectorAll('main .table')) if (table.scrollWidth > table.clientWidth + 1) faults.push(`${direction} ${table.className} “${table.getAttribute('aria-label') ?? ''}” is ${String(table.scrollWidth - table.clientWidth)} px wider than its frame`);
    }
    if (document.querySelectorAll('h1').length !== 1) faults.push(`${String(document.querySelectorAll('h1').length)} first headings`);
    if (document.title === '') faults.push('no title');
    if (document.querySelector('main#main') === null) faults.push('no main part');
    for (const script of document.querySelectorAll<HTMLScriptElement>('script:not([type="application/ld+json"])')) {
      if (script.textContent !== '' || !script.src.startsWith(`${location.origin}/assets/`)) faults.push(`a script ${script.src}`);
    }
    const key = /\b(web|console|state|refusal|problem)\.[a-z][a-z.-]+/.exec(document.body.innerText)?.[0];
    if (key !== undefined) faults.push(`the key ${key} instead of a text`);
    return faults;
  });
}
