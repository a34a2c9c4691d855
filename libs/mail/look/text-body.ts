import type { Block } from '../letter.js';
import { columnsOf, TEXT_COLUMNS, wrap } from './text-wrap.js';

export interface TextFrame {
  readonly locale: string;
  /** Who writes, above the letter. */
  readonly sender: string;
  readonly footer: readonly string[];
}

/** The letter as plain text (RFC 3676 signature line), for mailboxes that show no HTML, and for those who like it so. */
export function textBody(blocks: readonly Block[], frame: TextFrame): string {
  const body = blocks.map((block) => textOf(block, frame.locale)).filter((text) => text !== '');
  const footer = ['-- ', frame.sender, ...frame.footer.map((line) => wrap(line, frame.locale))].join('\n');
  return `${[...body, footer].join('\n\n')}\n`;
}

function textOf(block: Block, locale: string): string {
  if ('p' in block) return wrap(block.p, locale);
  if ('note' in block) return wrap(block.note, locale);
  if ('heading' in block) return `${wrap(block.heading, locale)}\n${'-'.repeat(Math.min(columnsOf(block.heading), TEXT_COLUMNS))}`;
  if ('button' in block) return `${block.button.label}${colon(locale)}\n${block.button.url}`;
  if ('qr' in block) return `[${block.qr.alt}]`;
  return block.facts.map(({ label, value }) => factText(label, value, locale)).join('\n');
}

function factText(label: string, value: string, locale: string): string {
  const isChinese = locale.startsWith('zh');
  const text = `${label}${colon(locale)}${isChinese ? '' : ' '}${value.replace(/\s*\r?\n\s*/g, isChinese ? '；' : '; ')}`;
  return wrap(text, locale, TEXT_COLUMNS - 2).replace(/\n/g, '\n  ');
}

function colon(locale: string): string {
  return locale.startsWith('zh') ? '：' : ':';
}
