interface Timed {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: { readonly id: string } | null;
}

/** What stands in one room from one row on; nothing where the room is free. */
export interface GridCell<Session> {
  readonly sessions: readonly Session[];
  /** How many rows it covers. */
  readonly rows: number;
}

export interface Grid<Session> {
  /** Instants at which something begins, earliest first. */
  readonly rows: readonly string[];
  /** By row, then by room; null where a cell above reaches down. */
  readonly cells: readonly (readonly (GridCell<Session> | null)[])[];
}

const HALF_HOUR_MS = 1_800_000;
const [MORNING, EVENING] = [8, 18];

/** The half hours of a day from eight to six on the wall clock of a zone, farther where sessions reach farther; ISO 8601 as the api writes instants. */
export function halfHours(day: string, timeZone: string, sessions: readonly Pick<Timed, 'startsAt' | 'endsAt'>[]): string[] {
  const at = (hour: number): number => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
  const [midnight, nextMidnight] = [at(0), Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds];
  const first = Math.max(midnight, Math.min(at(MORNING), ...sessions.map(({ startsAt }) => Math.floor(Date.parse(startsAt) / HALF_HOUR_MS) * HALF_HOUR_MS)));
  const last = Math.min(nextMidnight, Math.max(at(EVENING), ...sessions.map(({ endsAt }) => Date.parse(endsAt) + 1)));
  const found: string[] = [];
  for (let moment = first; moment < last; moment += HALF_HOUR_MS) found.push(new Date(moment).toISOString());
  return found;
}

/**
 * A day as a table: a row for each moment at which something begins and for those that are asked for besides, a column a
 * room. What lasts longer reaches down over the rows that it covers; what overlaps in one room (which blocks a release)
 * shares a cell.
 */
export function gridOf<Session extends Timed>(sessions: readonly Session[], roomIds: readonly string[], moments: readonly string[] = []): Grid<Session> {
  const shown = sessions.filter(({ room }) => room !== null && roomIds.includes(room.id));
  const rows = [...new Set([...moments, ...shown.map(({ startsAt }) => startsAt)])].sort();
  const columns = roomIds.map((roomId) => columnOf(shown.filter(({ room }) => room?.id === roomId), rows));
  return { rows, cells: rows.map((_row, index) => columns.map((column) => column[index] ?? null)) };
}

function columnOf<Session extends Timed>(sessions: readonly Session[], rows: readonly string[]): (GridCell<Session> | null)[] {
  const column: (GridCell<Session> | null)[] = rows.map(() => ({ sessions: [], rows: 1 }));
  let block: { sessions: Session[]; endsAt: string; from: number } | undefined;
  const place = (): void => {
    if (block === undefined) return;
    const { endsAt, from } = block;
    const covered = rows.filter((row, index) => index >= from && row < endsAt).length;
    column[from] = { sessions: block.sessions, rows: Math.max(1, covered) };
    for (let index = from + 1; index < from + covered; index += 1) column[index] = null;
  };
  for (const session of sessions.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))) {
    if (block !== undefined && session.startsAt < block.endsAt) {
      block.sessions.push(session);
      if (session.endsAt > block.endsAt) block.endsAt = session.endsAt;
    } else {
      place();
      block = { sessions: [session], endsAt: session.endsAt, from: rows.indexOf(session.startsAt) };
    }
  }
  place();
  return column;
}
