import type { Page } from 'playwright-core';
import { show } from './gallery.js';
import type { Picture } from './gallery.js';
import { typedIn } from './set-the-stage.js';
import type { Stage } from './stage.js';

/** What no language writes otherwise, beside what the pictures themselves put into the system: addresses, codes, kinds of files, names of time zones. */
const NAMES = [
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w /+-]+$/,
  /^(محمد|آمنة) الأمين$/u, /^(Mohamed|Amna|Yasir|Khalid|Salma) Elamin$/, /^(Natalya Ivanova|João Silva|Osman Bashir)$/, /^Press 2026 \(2\)$/, /^ADMIN_TOKEN$/, /^[\w.•-]+@example\.(org|com|net)$/, /^[A-Z]{2}-[0-9A-Z]{6}$/, /^(CSV|XLSX|PDF)$/, /\.csv$/, /^(UTF-8|UTF-16 [LB]E|GB18030|Windows-1252)$/, /^PostgreSQL [\d.]+$/, /^https?:\/\/\S+$/,
];

/**
 * What was written into a page by hand: it stands without the marks of the pseudo-locale, and reads the same in Chinese. Dates,
 * names of countries and the organisers' own words differ there.
 */
export function writtenByHand(chinese: readonly string[], pseudo: readonly string[]): string[] {
  return pseudo.filter((text) => !isMarked(text) && /\p{L}/u.test(text) && chinese.includes(text) && !typedIn.has(text) && !NAMES.some((pattern) => pattern.test(text)));
}

/** Dates as programs write them, where people read. */
export function datesOfPrograms(texts: readonly string[]): string[] {
  return texts.filter((text) => !isMarked(text) && /\b\d{4}-\d{2}-\d{2}(T|\b)/.test(text));
}

/** The pseudo-locale marks each text of the catalogues. */
export const isMarked = (text: string): boolean => /^⟦.*⟧$/su.test(text);

/**
 * Every text of a page that someone sees or hears, but what it says to be somebody's name (`bdi`), a program's (`code`), or of another
 * language (`lang`), as the names are by which languages call themselves. Pages come whole from the
 * server, so that they are read without being drawn; only where something is pressed one is opened.
 */
export async function textsOf(page: Page, stage: Stage, picture: Picture, locale: string): Promise<string[]> {
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
