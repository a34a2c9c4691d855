import { direction } from '#i18n';
import type { Block } from '../letter.js';
import { blockRow } from './html-blocks.js';
import { blocksText } from './text-body.js';
import { leadingFor } from './palette.js';

/**
 * A letter's body without the layout around it: rows of the layout's table, and the same as text, a paragraph a line.
 * @throws Error for a QR code, whose picture only a whole letter can carry, and for a link that leads to no page or mailbox
 */
export function bareBody(blocks: readonly Block[], locale: string): { readonly html: string; readonly text: string } {
  const setting = { direction: direction(locale), leading: leadingFor(locale) };
  const rows = blocks.map((block) => blockRow(block, setting, () => { throw new Error('a mailing carries no QR code'); }).source);
  return { html: rows.join(''), text: blocksText(blocks, locale, Infinity) };
}
