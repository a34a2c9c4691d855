import { describe, expect, it } from '@jest/globals';
import { gridOf, halfHours } from './grid.js';

const at = (id: string, room: string | null, startsAt: string, endsAt: string) => ({ id, room: room === null ? null : { id: room }, startsAt, endsAt });
const shape = (sessions: readonly ReturnType<typeof at>[], rooms: readonly string[]) => {
  const { rows, cells } = gridOf(sessions, rooms);
  return rows.map((row, index) => [row, ...(cells[index] ?? []).map((cell) => (cell === null ? '|' : `${cell.sessions.map(({ id }) => id).join('+')}${cell.rows > 1 ? `*${cell.rows}` : ''}`))]);
};

describe('a day as a grid', () => {
  it('has a row for each beginning; what lasts longer reaches down', () => {
    expect(shape([at('opening', 'hall', '09:00', '10:00'), at('ports', 'hall', '10:30', '12:00'), at('press', 'tea', '09:00', '11:00'), at('late', 'tea', '11:00', '12:00')], ['hall', 'tea'])).toEqual([
      ['09:00', 'opening', 'press*2'],
      ['10:30', 'ports*2', '|'],
      ['11:00', '|', 'late'],
    ]);
  });

  it('puts what overlaps in one room into one cell', () => {
    expect(shape([at('a', 'hall', '09:00', '10:00'), at('b', 'hall', '09:30', '11:00'), at('c', 'tea', '10:00', '10:30')], ['hall', 'tea'])).toEqual([
      ['09:00', 'a+b*3', ''],
      ['09:30', '|', ''],
      ['10:00', '|', 'c'],
    ]);
  });

  it('leaves out what has no room, and rooms that are not asked for', () => {
    expect(shape([at('a', null, '09:00', '10:00'), at('b', 'attic', '09:00', '10:00'), at('c', 'hall', '08:00', '09:00')], ['hall'])).toEqual([['08:00', 'c']]);
  });

  it('has rows besides where nothing begins, if they are asked for', () => {
    const { rows, cells } = gridOf([at('a', 'hall', '09:00', '10:00')], ['hall'], ['08:30', '09:00', '09:30', '10:00']);
    expect(rows).toEqual(['08:30', '09:00', '09:30', '10:00']);
    expect(cells.map(([cell]) => cell?.rows ?? null)).toEqual([1, 2, null, 1]);
  });

  it('has half hours from eight to six on the wall, farther where sessions reach farther, and never leaves the day', () => {
    const wall = (sessions: readonly { startsAt: string; endsAt: string }[], day = '2026-06-01', zone = 'Asia/Shanghai'): (string | number)[] => {
      const found = halfHours(day, zone, sessions).map((row) => Temporal.Instant.from(row).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }));
      return [found[0] ?? '', found.at(-1) ?? '', found.length];
    };
    const between = (from: string, until: string) => [{ startsAt: `2026-06-01T${from}:00+08:00`, endsAt: `2026-06-01T${until}:00+08:00` }];
    expect([wall([]), wall(between('06:40', '21:00')), wall(between('00:00', '23:59'))]).toEqual([['08:00', '17:30', 20], ['06:30', '21:00', 30], ['00:00', '23:30', 48]]);
    // The clocks of New York go forward on 8 March 2026, at two in the morning.
    expect(wall([], '2026-03-08', 'America/New_York')).toEqual(['08:00', '17:30', 20]);
  });
});
