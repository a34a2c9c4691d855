import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTheLine } from './on-the-line.js';

/** A slow phone in a far country: 400 kbit/s either way, 400 ms there and back, a quarter of this machine's speed. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;

/** What one page costs: bytes as they go over the line, milliseconds on the throttled one. */
export interface Cost {
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly requests: number;
  /** To other origins. */
  readonly elsewhere: number;
  readonly firstPaintMs: number;
  /** Largest contentful paint. */
  readonly lcpMs: number;
  /** Cumulative layout shift. */
  readonly cls: number;
}

/** The budgets of one surface; a page that breaks one is named with it. */
export type Budget = Readonly<Partial<Record<keyof Cost, number>>>;

export const PUBLIC_BUDGET: Budget = { html: 30_000, css: 14_000, script: 10_000, elsewhere: 0, lcpMs: 2_500, cls: 0.05 };
export const REGISTRATION_BUDGET: Budget = { ...PUBLIC_BUDGET, script: 20_000 };
/** Of a first load: HTML, styles and scripts together are far below 250 kB. */
export const CONSOLE_BUDGET: Budget = { html: 30_000, css: 14_000, script: 206_000, elsewhere: 0, lcpMs: 2_500, cls: 0.05 };

interface Painted { readonly firstPaintMs: number; readonly lcpMs: number; readonly cls: number }

/** Opens a page for the first time on the throttled line and waits until nothing more comes. */
export async function costOf(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: true, ...options });
  try {
    const page = await context.newPage();
    await throttle(page);
    const asked: { url: string; kind: string }[] = [];
    page.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push({ url: request.url(), kind: request.resourceType() }); });
    await page.addInitScript(watchPaints);
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
    // What has not been painted yet has no times: a slow machine may come to it after the last byte.
    await page.waitForFunction(() => { const { firstPaintMs, lcpMs } = (globalThis as unknown as { painted(): Painted }).painted(); return firstPaintMs > 0 && lcpMs > 0; });
    const painted = await page.evaluate(() => (globalThis as unknown as { painted(): Painted }).painted());
    const cookies = await context.cookies(url);
    const headers = cookies.length === 0 ? {} : { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const bytes = async (address: string): Promise<number> => (await onTheLine(address, 'br, gzip', headers)).bytes;
    const scripts = await Promise.all(asked.filter(({ kind }) => kind === 'script').map((one) => bytes(one.url)));
    const css = await page.locator('style').allTextContents();
    return {
      html: await bytes(page.url()), css: brotliCompressSync(css.join('')).length, script: scripts.reduce((all, one) => all + one, 0),
      requests: asked.length, elsewhere: asked.filter((one) => new URL(one.url).origin !== new URL(url).origin).length, ...painted,
    };
  } finally {
    await context.close();
  }
}

/** The budgets that a page breaks; times may be `patience` times as long on a machine that does other work too. */
export function broken(cost: Cost, budget: Budget, patience = 1): string[] {
  return (Object.keys(budget) as (keyof Cost)[]).filter((part) => cost[part] > (budget[part] ?? 0) * (part.endsWith('Ms') ? patience : 1))
    .map((part) => `${part} ${cost[part]}, at most ${budget[part] ?? 0}`);
}

async function throttle(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Runs in the page before all else: keeps what the browser says of painting (W3C Paint Timing, LCP and Layout Instability). */
function watchPaints(): void {
  const seen = { lcp: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, {
    painted: () => ({ firstPaintMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN), lcpMs: Math.round(seen.lcp), cls: Math.round(seen.shift * 1_000) / 1_000 }),
  });
}
