import { describe, expect, it } from '@jest/globals';
import { daysOf } from './timetable.js';

const session = (title: string, startsAt: string, endsAt: string, speaker?: string) => ({ title: { en: title }, startsAt, endsAt, room: startsAt.includes('T01') ? { id: 'hall' } : null, speakers: speaker === undefined ? [] : [{ name: { 'zh-Hans': speaker } }] });
const ports = { id: 'p', title: { en: 'Ports' }, sessions: [session('Cranes', '2026-06-01T02:00Z', '2026-06-01T04:00Z'), session('Barges', '2026-06-01T02:00Z', '2026-06-01T03:00Z', '陈美玲')] };
const opening = { id: 'o', title: { en: 'Opening' }, sessions: [session('Opening', '2026-06-01T01:00Z', '2026-06-01T01:30Z')] };
const media = { id: 'm', title: { en: 'Media' }, sessions: [session('Radio', '2026-06-01T02:00Z', '2026-06-01T05:00Z'), session('Print', '2026-06-02T02:00Z', '2026-06-02T03:00Z')] };
const shape = (words: string, only: { day?: string; room?: string } = {}) => daysOf([media, ports, opening], { words, day: '', room: '', ...only }, (instant) => instant.slice(0, 10))
  .map((day) => [day.name, day.hours.map((hour) => [hour.startsAt.slice(11), hour.endsAt.slice(11), hour.forums.map(({ forum, sessions }) => [forum.id, sessions.length])])]);

describe('the programme by time', () => {
  it('puts forums that begin together side by side, each with its sessions', () => {
    expect(shape('')).toEqual([
      ['2026-06-01', [['01:00Z', '01:30Z', [['o', 1]]], ['02:00Z', '05:00Z', [['m', 1], ['p', 2]]]]],
      ['2026-06-02', [['02:00Z', '03:00Z', [['m', 1]]]]],
    ]);
  });

  it.each([['barges', 'p'], ['陈美', 'p'], ['MEDIA radio', 'm'], ['Ｏpening', 'o']])('finds %s in titles and names, in any language and width', (wanted, forum) => {
    expect(shape(wanted)).toMatchObject([['2026-06-01', [[expect.anything(), expect.anything(), [[forum, 1]]]]]]);
  });

  it('keeps to a day, and to a room', () => {
    expect(shape('', { day: '2026-06-02' })).toEqual([['2026-06-02', [['02:00Z', '03:00Z', [['m', 1]]]]]]);
    expect(shape('', { room: 'hall' })).toEqual([['2026-06-01', [['01:00Z', '01:30Z', [['o', 1]]]]]]);
    expect(shape('', { day: '2026-06-02', room: 'hall' })).toEqual([]);
  });

  it('is empty where nothing has all the words', () => {
    expect(shape('radio cranes')).toEqual([]);
  });
});
