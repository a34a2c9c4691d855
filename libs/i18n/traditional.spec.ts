import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { traditional, traditionalSource } from './testing/traditional.js';

describe('traditional Chinese', () => {
  it('is what `npm run traditional` writes from the simplified texts of today', () => {
    expect(readFileSync('libs/i18n/zh-Hant/traditional.gen.ts', 'utf8')).toBe(traditionalSource());
  });

  it('uses terms that all its readers know, and leaves placeholders as they are', () => {
    expect(traditional('请查收邮箱，登录链接 {minutes, number} 分钟内有效。')).toBe('請查收電子信箱，登入連結 {minutes, number} 分鐘內有效。');
    expect(traditional('{was, select, LINE {您已退出“{visit}”的候补} other {已取消：{visit}}}')).toBe('{was, select, LINE {您已退出「{visit}」的候補} other {已取消：{visit}}}');
  });

  it('has no character left that only simplified Chinese writes', () => {
    expect(traditionalSource().match(/[们这请报时间议员应择证录认为与该确页网选择订饮]/gu)).toBeNull();
  });
});
