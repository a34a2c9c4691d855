import { describe, expect, it } from '@jest/globals';
import { letterPrinter } from './printed-letter.js';
import type { LetterOnPaper, PrintedPart } from './printed-letter.js';

const facts = (count: number): PrintedPart => ({ kind: 'facts', facts: Array.from({ length: count }, (_, index) => ({ label: `Fact ${index}`, value: 'حقيقة · 事实 · fact' })) });
const letter = (parts: readonly PrintedPart[], more: Partial<LetterOnPaper> = {}): LetterOnPaper =>
  ({ letterhead: 'مؤتمر التعاون', underHead: '1–3 June 2026', subject: '#panic("no") *bold* $x$', parts, locale: 'ar', direction: 'rtl', ...more });
const inEnglish: PrintedPart = { kind: 'language', locale: 'en', direction: 'ltr', parts: [{ kind: 'rule' }, { kind: 'heading', text: '#include "/etc/passwd"' }, facts(2)] };

describe('a letter on paper', () => {
  it('is a PDF that may hold a second language, and takes nothing that people wrote for a command', async () => {
    const print = await letterPrinter();
    const pdf = print(letter([facts(3), inEnglish]));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages(pdf)).toBe(1);
  });

  it('goes on on a second page, or is set smaller where it is to be one', async () => {
    const print = await letterPrinter();
    const long = [facts(60), inEnglish];
    expect(pages(print(letter(long)))).toBe(2);
    expect(pages(print(letter(long, { isOnePage: true })))).toBe(1);
  });
});

function pages(pdf: Buffer): number {
  return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1] ?? 0);
}
