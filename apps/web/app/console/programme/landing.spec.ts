import { describe, expect, it } from '@jest/globals';
import { heldBelow, hours, isAtHome, landingOf, onDay, rowAt, takenBy } from './landing.js';
import type { Placed } from './landing.js';

const session = (id: string, room: string, from: string, until: string): Placed => ({ id, title: id, room, from: `2026-06-01T${from}`, until: `2026-06-01T${until}` });
const ports = session('ports', 'hall', '10:30', '12:00');
const press = session('press', 'tea', '10:30', '11:00');

describe('a session that is let go of', () => {
  it('keeps its length, over midnight too', () => {
    expect(landingOf(ports, '2026-06-01T23:00', 'tea')).toEqual({ from: '2026-06-01T23:00', until: '2026-06-02T00:30', room: 'tea' });
    expect(onDay(ports, '2026-06-03')).toEqual({ from: '2026-06-03T10:30', until: '2026-06-03T12:00', room: 'hall' });
    expect(hours(onDay(ports, '2026-06-03'))).toBe('10:30–12:00');
  });

  it('is at home where neither time nor room is another', () => {
    expect([landingOf(ports, ports.from, 'hall'), landingOf(ports, ports.from, 'tea'), onDay(ports, '2026-06-02')].map((one) => isAtHome(ports, one))).toEqual([true, false, false]);
  });

  it('finds a room taken while anything of another lies in its time; end to begin, without a room, and with itself nothing does', () => {
    const at = (from: string, room = 'tea'): string | undefined => takenBy([ports, press], 'ports', landingOf(ports, `2026-06-01T${from}`, room))?.id;
    expect([at('09:00'), at('09:30'), at('10:30'), at('10:59'), at('11:00'), at('10:30', ''), at('11:00', 'hall')]).toEqual([undefined, 'press', 'press', 'press', undefined, undefined, undefined]);
  });

  it('begins as far above the hand as it did when it was taken up', () => {
    const rows = ['2026-06-01T10:00', '2026-06-01T10:30', '2026-06-01T11:00', '2026-06-01T11:30'];
    expect([heldBelow(rows, 3, ports), heldBelow(rows, 1, ports), heldBelow(rows, 0, ports), heldBelow(rows, -1, ports), heldBelow(rows, 2, session('late', 'hall', '19:00', '20:00'))]).toEqual([2, 0, 0, 0, 0]);
    expect([rowAt(rows, 3, 2), rowAt(rows, 1, 2), rowAt(rows, -1, 0), rowAt(rows, 9, 0)]).toEqual([rows[1], rows[0], undefined, undefined]);
  });
});
