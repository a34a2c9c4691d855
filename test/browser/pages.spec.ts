import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { BrowserContext } from 'playwright-core';
import { hang, show } from './gallery.js';
import type { Picture, Visitor, Visitors } from './gallery.js';
import { faultsOf, looksOf } from './judged.js';
import { pageAt, pagesOfTheSite } from './routes.js';
import { typedIn } from './set-the-stage.js';
import { Stage } from './stage.js';
import { datesOfPrograms, isMarked, textsOf, writtenByHand } from './texts-by-hand.js';

/** Each page in the next of the looks; `npm run check:long` sees each in all of them. */
const ALL = process.env['LOOKS'] === 'all';
const MINUTE_MS = 60_000;
/** How many texts of the catalogues each sees at the least. */
const MARKED: Readonly<Record<Visitor, number>> = { nobody: 250, delegate: 250, staff: 2_000 };

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
  const contexts = new Map<Visitor, BrowserContext>();
  const asked: string[] = [];
  const seen = new Set<string | undefined>();
  const broken: string[] = [];
  const policies = new Map<string, string | undefined>();

  beforeAll(async () => {
    stage = await Stage.open({ PSEUDO_LOCALE: 'on' });
    ({ pictures, visitors } = await hang(stage));
    for (const visitor of ['nobody', 'delegate', 'staff'] as const) {
      // axe is a script; the pages' own policy lets none run but those of the build.
      const context = await stage.context({ javaScriptEnabled: true, bypassCSP: true, storageState: visitors[visitor] });
      context.on('request', (request) => asked.push(request.url()));
      context.on('response', (response) => { if (response.request().isNavigationRequest() && response.status() >= 500) broken.push(`${response.status()} ${response.url()}`); });
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
        for (const [locale, looks] of looksOf(index, ALL)) {
          // A page that cannot be shown is one fault; the others are judged all the same.
          const faults = await show(page, stage, picture, locale).then(() => faultsOf(page, looks), (fault: unknown) => [`${locale}: ${String(fault)}`]);
          seen.add(pageAt(new URL(page.url()).pathname));
          found.push(...faults.map((fault) => `${picture.name} ${fault}`));
        }
      }
      return found;
    };
    expect((await Promise.all([...contexts].map(walk))).flat()).toEqual([]);
  }, (ALL ? 60 : 8) * MINUTE_MS);

  it('is the page that was asked for, and not one that says that it cannot be shown', () => { expect(broken).toEqual([]); });

  it('is among them: the list of pictures leaves out no page of the site', () => {
    expect([...new Set(pagesOfTheSite())].filter((file) => !seen.has(file))).toEqual([]);
  });

  it('has its words from the catalogues, and its dates from Intl', async () => {
    const walk = async (visitor: Visitor): Promise<{ found: string[]; marked: number }> => {
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
      return { found, marked };
    };
    const seenBy = await Promise.all([...contexts.keys()].map(async (visitor) => ({ visitor, ...await walk(visitor) })));
    expect(seenBy.flatMap(({ found }) => found)).toEqual([]);
    for (const { visitor, marked } of seenBy) expect([visitor, marked > MARKED[visitor]]).toEqual([visitor, true]);
  }, 4 * MINUTE_MS);

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
