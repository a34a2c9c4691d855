import { describe, expect, it } from '@jest/globals';
import { columnsOf, wrap } from './text-wrap.js';

describe('a wrapped line', () => {
  it('counts wide characters as two columns and marks as none', () => {
    expect([columnsOf('abc'), columnsOf('会馆，'), columnsOf('e\u0301'), columnsOf('สวัสดี')]).toEqual([3, 6, 1, 4]);
  });

  it('breaks between words, and keeps its own breaks', () => {
    expect(wrap('one two three\nfour', 'en', 8)).toBe('one two\nthree\nfour');
  });

  it('breaks Chinese between words, with no comma at the beginning of a line and no bracket at the end', () => {
    const lines = wrap('您的参会报名已经确认，我们期待六月在重庆（中国）与您相见。', 'zh-Hans', 12).split('\n');
    expect(lines.join('')).toBe('您的参会报名已经确认，我们期待六月在重庆（中国）与您相见。');
    for (const line of lines) {
      expect(columnsOf(line)).toBeLessThanOrEqual(14);
      expect(line).not.toMatch(/^[，。）]|（$/);
    }
  });

  it('leaves an address or a link whole', () => {
    const link = 'https://conference.example/en/registrations/0197a1c2?token=1abcDEF_-';
    expect(wrap(`Please open ${link} now`, 'en', 20)).toBe(`Please open\n${link}\nnow`);
    expect(wrap('write to desk@example.org, please', 'en', 12)).toBe('write to\ndesk@example.org,\nplease');
  });
});
