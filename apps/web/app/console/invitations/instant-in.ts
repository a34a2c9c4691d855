import { instantOf } from '#kernel';

/** The instant of a wall-clock time that was typed in a conference's zone; nothing where none was typed, or none is. */
export function instantIn(typed: string | null, zone: string): string | null {
  const instant = typed === null ? null : instantOf(typed, zone);
  return instant instanceof Date ? instant.toISOString() : null;
}

/** An instant as the field for wall-clock times takes it: 2026-05-01T23:59. */
export function wallClockIn(instant: string | null, zone: string): string {
  return instant === null ? '' : new Date(instant).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');
}
