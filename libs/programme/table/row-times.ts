import type { FieldProblem } from '#kernel';
import { dayIn, later, momentIn, spanIn, timeIn } from './cell-times.js';
import type { Days } from './cell-times.js';
import type { ProgrammeColumn } from './columns.js';

export interface RowTimes {
  /** The row's own day, where it says one. */
  readonly day: string | undefined;
  /** Wall clock of the conference; nothing where a problem keeps us from knowing. */
  readonly found: { readonly startsAt: string; readonly endsAt: string } | undefined;
  readonly problems: readonly FieldProblem[];
}

interface Point {
  readonly day: string | undefined;
  readonly time: string;
}

/** When a row takes place: from day and times in cells of their own, in one cell, or from a length in minutes; until after midnight is the next day. */
export function timesOf(text: (column: ProgrammeColumn) => string, days: Days, dayAbove: string | undefined): RowTimes {
  const problems: FieldProblem[] = [];
  const own = text('date') === '' ? undefined : dayIn(text('date'), days);
  if (text('date') !== '' && own === undefined) problems.push({ path: 'date', code: 'date-malformed' });
  const span = text('time') === '' ? undefined : spanIn(text('time'));
  const start = pointIn(text('start'), days) ?? (span === undefined ? pointIn(text('time'), days) : { day: undefined, time: span.from });
  if (start === undefined) problems.push({ path: text('start') === '' && text('time') !== '' ? 'time' : 'start', code: text('start') === '' && text('time') === '' ? 'required' : 'time.malformed' });
  const end = pointIn(text('end'), days) ?? (span === undefined ? undefined : { day: undefined, time: span.until });
  if (text('end') !== '' && end === undefined) problems.push({ path: 'end', code: 'time.malformed' });
  const day = own ?? start?.day;
  const from = day ?? dayAbove;
  if (from === undefined && problems.length === 0) problems.push({ path: 'date', code: 'required' });
  if (start === undefined || from === undefined || problems.length > 0) return { day, found: undefined, problems };
  const startsAt = `${start.day ?? from}T${start.time}`;
  if (end !== undefined) return { day, found: { startsAt, endsAt: `${end.day ?? later(start.day ?? from, end.time <= start.time ? 1 : 0)}T${end.time}` }, problems };
  const minutes = /^\d{1,4}/.exec(text('minutes'))?.[0];
  if (minutes === undefined || Number(minutes) < 1) return { day, found: undefined, problems: [{ path: 'end', code: 'required' }] };
  return { day, found: { startsAt, endsAt: Temporal.PlainDateTime.from(startsAt).add({ minutes: Number(minutes) }).toString({ smallestUnit: 'minute' }) }, problems };
}

function pointIn(cell: string, days: Days): Point | undefined {
  if (cell === '') return undefined;
  const time = timeIn(cell);
  return time === undefined ? momentIn(cell, days) : { day: undefined, time };
}
