/** A session on a day's grid, its times on the wall clock of the conference: 2026-06-01T09:30. */
export interface Placed {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
  /** Empty where it has none. */
  readonly room: string;
}

/** Where a session would be if it were let go of now. */
export interface Landing {
  readonly from: string;
  readonly until: string;
  readonly room: string;
}

/** Where a session lands that keeps its length: from that moment on, in that room. */
export function landingOf(session: Placed, from: string, room: string): Landing {
  const length = Date.parse(`${session.until}Z`) - Date.parse(`${session.from}Z`);
  return { from, until: new Date(Date.parse(`${from}Z`) + length).toISOString().slice(0, 16), room };
}

/** The same hours on another day. */
export function onDay(session: Placed, day: string): Landing {
  return landingOf(session, day + session.from.slice(10), session.room);
}

/** Whether it would stay where it is. */
export function isAtHome(session: Placed, landing: Landing): boolean {
  return landing.from === session.from && landing.room === session.room;
}

/** Who has the room at that time, as far as this page knows; the server decides. */
export function takenBy(sessions: readonly Placed[], mine: string, landing: Landing): Placed | undefined {
  return landing.room === '' ? undefined : sessions.find(({ id, room, from, until }) => id !== mine && room === landing.room && from < landing.until && until > landing.from);
}

/** The row in which a session would begin that is held some rows below its beginning; `pointed` is -1 off the grid. */
export function rowAt<Row>(rows: readonly Row[], pointed: number, heldBelow: number): Row | undefined {
  return pointed === -1 ? undefined : rows[Math.max(0, pointed - heldBelow)];
}

/** How many rows below its beginning a session is held. */
export function heldBelow(rows: readonly string[], pointed: number, session: Placed): number {
  const begins = rows.indexOf(session.from);
  return begins === -1 || pointed === -1 ? 0 : Math.max(0, pointed - begins);
}

/** From one time of day to another: 09:30–11:00. Minutes are all that a wall clock shows. */
export function hours({ from, until }: Pick<Landing, 'from' | 'until'>): string {
  return `${from.slice(11)}–${until.slice(11)}`;
}
