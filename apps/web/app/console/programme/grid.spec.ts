import { describe, expect, it } from '@jest/globals';
import { gridOf } from './grid.js';

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
});
