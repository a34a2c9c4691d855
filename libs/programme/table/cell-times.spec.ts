import { describe, expect, it } from '@jest/globals';
import { dayIn, momentIn, spanIn, timeIn } from './cell-times.js';
import { columnsIn, isHeaderLine } from './columns.js';
import { languageIn, speakersIn } from './cell-words.js';

const days = { first: '2026-06-01' };

describe('cells of a programme', () => {
  it.each([
    ['2026-06-02', '2026-06-02'], ['2026/6/2', '2026-06-02'], ['2026年6月2日', '2026-06-02'], ['2026年6月2日 星期二', '2026-06-02'], ['6月2日（周二）', '2026-06-02'],
    ['2 June 2026', '2026-06-02'], ['Tuesday, 2 June', '2026-06-02'], ['June 2nd, 2026', '2026-06-02'], ['Day 2', '2026-06-02'], ['第二天', '2026-06-02'], ['２０２６－０６－０２', '2026-06-02'],
    ['06/02/2026', undefined], ['2026-02-30', undefined], ['soon', undefined],
  ])('say the day of %s', (cell, day) => { expect(dayIn(cell, days)).toBe(day); });

  it.each([
    ['9:00', '09:00'], ['09:30:00', '09:30'], ['9.30', '09:30'], ['14h30', '14:30'], ['2:30 pm', '14:30'], ['2 p.m.', '14:00'], ['12:15 am', '00:15'], ['12:15 pm', '12:15'], ['上午9:00', '09:00'],
    ['下午2:30', '14:30'], ['中午12:00', '12:00'], ['晚上8点', '20:00'], ['9点半', '09:30'], ['14时05分', '14:05'], ['９：００', '09:00'], ['25:00', undefined], ['9', undefined], ['9:75', undefined],
  ])('say the time of %s', (cell, time) => { expect(timeIn(cell)).toBe(time); });

  it('say from and until, and a moment, in one cell', () => {
    expect(['09:00-10:30', '9:00 至 10:30', '9:00–10:30', '9:00 ~ 10:30', '2:00 – 3:30 pm', '11:00 am to 1:00 pm'].map(spanIn)).toEqual([
      ...Array.from({ length: 4 }, () => ({ from: '09:00', until: '10:30' })), { from: '14:00', until: '15:30' }, { from: '11:00', until: '13:00' },
    ]);
    expect(spanIn('all day')).toBeUndefined();
    expect([momentIn('2026-06-02T09:00', days), momentIn('2026/6/2 9:00', days), momentIn('6月2日 下午2:30', days)]).toEqual([
      { day: '2026-06-02', time: '09:00' }, { day: '2026-06-02', time: '09:00' }, { day: '2026-06-02', time: '14:30' },
    ]);
  });

  it('name speakers and languages', () => {
    expect(speakersIn('Amina Yusuf (Port Authority); Li, Na', 'KEYNOTE', 'en')).toEqual([
      { name: { en: 'Amina Yusuf' }, role: 'KEYNOTE', affiliation: { en: 'Port Authority' } }, { name: { en: 'Li, Na' }, role: 'KEYNOTE' },
    ]);
    expect(speakersIn('王明（大学）、李娜', 'SPEAKER', 'zh-Hans').map(({ name }) => name['zh-Hans'])).toEqual(['王明', '李娜']);
    expect(['中文', 'English', 'fr', 'Klingonese!'].map(languageIn)).toEqual(['zh-Hans', 'en', 'fr', undefined]);
  });
});

describe('headers of a programme', () => {
  it('are known in English and Chinese, each language of a text apart', () => {
    const found = columnsIn(['No.', 'Title (English) *', '标题（中文）', '分论坛', 'Room ', '日期', '开始时间', 'End time', '演讲嘉宾', 'Budget']);
    expect(found.map(({ column, locale }) => [column, locale])).toEqual([
      ['id', undefined], ['title', 'en'], ['title', 'zh-Hans'], ['forum', undefined], ['room', undefined], ['date', undefined], ['start', undefined], ['end', undefined], ['speakers', undefined],
    ]);
    expect([isHeaderLine(found), isHeaderLine(columnsIn(['Programme of the conference'])), isHeaderLine(columnsIn(['时间', '内容']))]).toEqual([true, false, true]);
  });
});
