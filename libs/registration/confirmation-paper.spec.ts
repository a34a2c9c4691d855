import { describe, expect, it } from '@jest/globals';
import { letterPrinter } from '#documents';
import type { PrintedPart } from '#documents';
import { locales } from '#i18n';
import { confirmationPaper } from './confirmation-paper.js';
import type { Confirmation } from './confirmation-paper.js';

const names = { native: '林美玲', latinFamily: 'Lin', latinGiven: 'Meiling', order: 'FAMILY_FIRST', salutation: null, badge: '林美玲' } as const;
const confirmation: Confirmation = {
  locale: 'en', code: 'CH25-7KM3Q9', names, category: { title: { 'en': 'Delegate', 'zh-Hans': '代表' } }, issuedAt: new Date('2026-03-02T17:30:00Z'),
  conference: { title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' }, city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, startsOn: '2026-06-01', endsOn: '2026-06-03', timeZone: 'Asia/Shanghai', locales: ['en', 'zh-Hans'] },
  hosts: [{ role: 'SUPPORTER', name: { en: 'Tea Guild' } }, { role: 'HOST', name: { 'en': 'City of Chongqing', 'zh-Hans': '重庆市人民政府' } }, { role: 'HOST', name: { en: 'Harbour Board' } }],
};
const lines = (parts: readonly PrintedPart[]): readonly string[] => parts.flatMap((part) => {
  if (part.kind === 'facts') return part.facts.map(({ label, value }) => `${label}: ${value}`);
  if (part.kind === 'language') return lines(part.parts);
  return 'text' in part ? [part.text] : [];
});

describe('a confirmation on paper', () => {
  it('says who is confirmed as what, where and when, and on which day of the conference’s city it was issued', () => {
    const paper = confirmationPaper(confirmation);
    expect(paper).toMatchObject({ letterhead: 'Cooperation Conference', underHead: '1–3 June 2026', subject: 'Confirmation of registration', isOnePage: true });
    expect(lines(paper.parts)).toEqual([
      'This is to confirm that the person named below is registered for Cooperation Conference, and that a place is confirmed.',
      'Name: 林美玲', 'Name in Latin letters: Lin Meiling', 'Category: Delegate', 'Conference: Cooperation Conference', 'Dates: 1–3 June 2026', 'City: Chongqing',
      'Host: City of Chongqing and Harbour Board', 'Registration code: CH25-7KM3Q9', 'Issued on 3 March 2026 by the conference office.', expect.stringContaining('needs no signature'),
    ]);
  });

  it('says it in English too where the delegate reads another language', () => {
    const said = lines(confirmationPaper({ ...confirmation, locale: 'zh-Hans' }).parts);
    expect(said).toEqual(expect.arrayContaining(['姓名: 林美玲', '日期: 2026年6月1日至3日', '主办单位: 重庆市人民政府和Harbour Board', '会务组于2026年3月3日出具。', 'Host: City of Chongqing and Harbour Board', 'Confirmation of registration']));
  });

  it('prints a name that there are no letters for by its Latin form, and leaves out a host that there is not', () => {
    const said = lines(confirmationPaper({ ...confirmation, names: { ...names, native: 'ნინო' }, hosts: [] }).parts);
    expect(said.filter((one) => /^(Name|Host)/.test(one))).toEqual(['Name: Lin Meiling']);
  });

  it('is one page in every language, with the longest names and titles', async () => {
    const print = await letterPrinter();
    const long = (text: string): Record<string, string> => ({ en: text.repeat(12) });
    const broad: Confirmation = {
      ...confirmation, names: { ...names, latinFamily: 'Rajapaksa Pathirannehelage '.repeat(4), native: null }, category: { title: long('Delegate of an association ') },
      conference: { ...confirmation.conference, title: long('Overseas Chinese Cooperation and Development ') }, hosts: Array.from({ length: 30 }, () => ({ role: 'HOST' as const, name: { en: 'The Office of a Municipal Government' } })),
    };
    for (const locale of locales()) {
      for (const one of [confirmation, broad]) expect(`${locale} ${/\/Count (\d+)/.exec(print(confirmationPaper({ ...one, locale })).toString('latin1'))?.[1] ?? ''}`).toBe(`${locale} 1`);
    }
  });
});
