import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const SIGHTS = [
  { name: 'desktop', width: 760, colorScheme: 'light', scale: 1 },
  { name: 'phone', width: 390, colorScheme: 'light', scale: 1.5 },
  { name: 'phone-dark', width: 390, colorScheme: 'dark', scale: 1.5 },
] as const;

/** Takes pictures of pages in Chromium, as a desktop and a phone show them by day and by night; beside each page, as PNG. */
export async function photograph(pages: readonly string[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  try {
    for (const path of pages) {
      for (const { name, width, colorScheme, scale } of SIGHTS) {
        const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: scale, colorScheme, javaScriptEnabled: false });
        await page.goto(`file://${path}`);
        await page.screenshot({ path: path.replace(/html$/, `${name}.png`), fullPage: true });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}
