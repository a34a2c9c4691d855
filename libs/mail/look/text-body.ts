import type { Block } from '../letter.js';
import { spansText } from './spans.js';
import { columnsOf, TEXT_COLUMNS, wrap } from './text-wrap.js';

export interface TextFrame {
  readonly locale: string;
  /** Who writes, above the letter. */
  readonly sender: string;
  readonly footer: readonly string[];
}

/** The letter as plain text (RFC 3676 signature line), for mailboxes that show no HTML, and for those who like it so. */
export function textBody(blocks: readonly Block[], frame: TextFrame): string {
  const footer = ['-- ', frame.sender, ...frame.footer.map((line) => wrap(line, frame.locale))].join('\n');
  return `${blocksText(blocks, frame.locale)}\n\n${footer}\n`;
}

/** The blocks alone. `width`: in columns; Infinity leaves each paragraph one line. */
export function blocksText(blocks: readonly Block[], locale: string, width = TEXT_COLUMNS): string {
  return blocks.map((block) => textOf(block, locale, width)).filter((text) => text !== '').join('\n\n');
}

function textOf(block: Block, locale: string, width: number): string {
  if ('p' in block) return wrap(block.p, locale, width);
  if ('rich' in block) return wrap(spansText(block.rich), locale, width);
  if ('list' in block) return block.list.items.map((item, index) => listItem(spansText(item), block.list.isOrdered ? `${index + 1}. ` : '- ', locale, width)).join('\n');
  if ('rule' in block) return '-'.repeat(24);
  if ('note' in block) return wrap(block.note, locale, width);
  if ('heading' in block) return `${wrap(block.heading, locale, width)}\n${'-'.repeat(Math.min(columnsOf(block.heading), TEXT_COLUMNS))}`;
  if ('button' in block) return `${block.button.label}${colon(locale)}\n${block.button.url}`;
  if ('qr' in block) return `[${block.qr.alt}]`;
  return block.facts.map(({ label, value }) => factText(label, value, locale, width)).join('\n');
}

function listItem(text: string, mark: string, locale: string, width: number): string {
  return mark + wrap(text, locale, width - mark.length).replace(/\n/g, `\n${' '.repeat(mark.length)}`);
}

function factText(label: string, value: string, locale: string, width: number): string {
  const isChinese = locale.startsWith('zh');
  const text = `${label}${colon(locale)}${isChinese ? '' : ' '}${value.replace(/\s*\r?\n\s*/g, isChinese ? '；' : '; ')}`;
  return wrap(text, locale, width - 2).replace(/\n/g, '\n  ');
}

function colon(locale: string): string {
  return locale.startsWith('zh') ? '：' : ':';
}
