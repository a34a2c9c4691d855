import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1200, height: 900 };

export interface Look {
  readonly locale: 'en' | 'zh-Hans' | 'ar';
  readonly viewport: Readonly<{ width: number; height: number }>;
  readonly colorScheme: 'light' | 'dark';
}

/** All twelve, so that the pages, which see them in turn, see each of them often. */
const LOOKS: readonly Look[] = ([
  ['en', PHONE, 'light'], ['zh-Hans', DESKTOP, 'dark'], ['ar', PHONE, 'dark'], ['en', DESKTOP, 'light'], ['zh-Hans', PHONE, 'light'], ['ar', DESKTOP, 'light'],
  ['en', PHONE, 'dark'], ['zh-Hans', DESKTOP, 'light'], ['ar', PHONE, 'light'], ['en', DESKTOP, 'dark'], ['zh-Hans', PHONE, 'dark'], ['ar', DESKTOP, 'dark'],
] as const).map(([locale, viewport, colorScheme]) => ({ locale, viewport, colorScheme }));

/** The looks in which the page of this place in the list is judged, by language, since a page is asked for once in each: all twelve, or the next one. */
export function looksOf(index: number, all: boolean): ReadonlyMap<Look['locale'], readonly Look[]> {
  return Map.groupBy(all ? LOOKS : [LOOKS[index % LOOKS.length]!], ({ locale }) => locale);
}

interface AxeResult { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }

/** What is wrong with the page that stands before one, in each of these looks; pages that are not written in Arabic are turned for it. */
export async function faultsOf(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(AXE);
  for (const { locale, viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    if (locale === 'ar') await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    found.push(...(await axeFaults(page)).map((fault) => `${locale} ${viewport.width} ${colorScheme}: ${fault}`));
  }
  return [...found, ...(await layoutFaults(page)).map((fault) => `${looks[0]?.locale ?? ''} 320: ${fault}`)];
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResult, string[]>((tags) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({ runOnly: tags, resultTypes: ['violations'] }), TAGS);
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}) ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
}

/** What is too wide on the narrowest screen, or at 400 % on one of 1280 pixels, whichever way one reads; and what every page must have. */
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
    // Owners mend texts by their names, which stand there as code.
    for (const name of document.querySelectorAll('code')) name.remove();
    const key = /\b(web|console|state|refusal|problem)\.[a-z][a-z.-]+/.exec(document.body.innerText)?.[0];
    if (key !== undefined) faults.push(`the key ${key} instead of a text`);
    return faults;
  });
}
