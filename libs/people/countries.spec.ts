import { expect, it } from '@jest/globals';
import { CountryTable } from './countries.js';

it('are named in traditional characters to who reads them', () => {
  const table = new CountryTable();
  expect([table.name('ES', 'zh-Hant'), table.name('ES', 'zh-TW'), table.name('ES', 'zh-Hans')]).toEqual(['西班牙', '西班牙', '西班牙']);
  expect([table.name('PK', 'zh-HK'), table.name('PK', 'zh-Hans'), table.name('LK', 'zh-Hant')]).toEqual(['巴基斯坦', '巴基斯坦', '斯里蘭卡']);
});

it('knows the countries and regions of ISO 3166-1 in English and Chinese, and in more', () => {
  const table = new CountryTable();
  expect(table.list('en').length).toBeGreaterThan(245);
  expect([table.name('CI', 'en'), table.name('CN', 'zh-Hans'), table.name('NG', 'tlh')]).toEqual(["Cote d'Ivoire", '中国', 'Nigeria']);
  expect([table.name('CN', 'fr'), table.name('CN', 'ar')]).toEqual(['Chine', 'الصين']);
  for (const code of ['CN', 'NG', 'VN']) expect(table.has(code)).toBe(true);
  for (const code of ['cn', 'CHN', '156', 'ZZ', '', 'constructor']) expect(table.has(code)).toBe(false);
});

it('lets an installation name, add and leave out', () => {
  const table = new CountryTable([
    { code: 'CI', names: { en: 'Côte d’Ivoire', 'zh-Hans': '科特迪瓦' }, hidden: false },
    { code: 'XK', names: { en: 'Kosovo' }, hidden: false },
    { code: 'AQ', names: null, hidden: true },
  ]);
  expect([table.name('CI', 'en'), table.name('CI', 'zh-Hans'), table.name('XK', 'zh-Hans')]).toEqual(['Côte d’Ivoire', '科特迪瓦', 'Kosovo']);
  expect(table.has('XK')).toBe(true);
  expect(table.has('AQ')).toBe(false);
  expect(table.name('AQ', 'en')).toBe('Antarctica');
  expect(table.list('en').map(({ code }) => code)).not.toContain('AQ');
});

it('lists them in the order of each language', () => {
  const names = new CountryTable().list('en').map(({ name }) => name);
  expect(names.indexOf('Åland Islands')).toBeLessThan(names.indexOf('Albania'));
  const chinese = new CountryTable().list('zh-Hans').map(({ code }) => code);
  expect(chinese.indexOf('AF')).toBeLessThan(chinese.indexOf('CN'));
});
