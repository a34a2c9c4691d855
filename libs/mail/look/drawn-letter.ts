import type { PrintedLetter } from '../letter-press.js';

/** The HTML of a letter as a page of its own, its pictures within it, for those who look at letters without a mailbox. */
export function drawnLetter(letter: PrintedLetter): string {
  return letter.pictures.reduce(
    (page, { cid, content }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${content.toString('base64')}`), letter.html);
}
