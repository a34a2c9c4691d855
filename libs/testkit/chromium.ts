import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** The shell without a window comes first: the same engine, and two fifths less to do for each page. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Where Chromium is on this machine (CHROMIUM_PATH comes first), or nothing. */
function chromiumPath(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  return [...(given === undefined ? [] : [given]), ...PLACES].find((path) => existsSync(path));
}

export function hasChromium(): boolean {
  return chromiumPath() !== undefined;
}

/** A browser that calls nobody by itself. Whoever launches it closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('Chromium is not installed: apt-get install chromium, or set CHROMIUM_PATH');
  // Loaded here: most tests that use this kit have no browser.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
