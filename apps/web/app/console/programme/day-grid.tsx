import { useTexts } from '../../i18n/use-texts.js';
import { wallClock } from '../../i18n/wall-clock.js';
import type { DraftSession, ProgrammeRoom } from './draft.js';
import { gridOf, halfHours } from './grid.js';
import { SessionPiece } from './session-piece.js';

interface DayGridProps {
  readonly sessions: readonly DraftSession[];
  readonly room: Pick<ProgrammeRoom, 'conference' | 'venues' | 'warnings' | 'changed'>;
  readonly base: string;
  readonly day: string;
  readonly label: string;
}

/**
 * A day with its rooms as columns and its half hours as rows; on a phone the style sheet makes a list of it. Rooms that stay
 * empty are named below, but where all do and something waits for a room, all are columns.
 */
export function DayGrid({ sessions, room: { conference, venues, warnings, changed }, base, day, label }: DayGridProps): React.ReactElement {
  const { t, own, number, times } = useTexts();
  const rooms = venues.flatMap((venue) => venue.rooms.map((room) => ({ ...room, venue })));
  const held = rooms.filter(({ id }) => sessions.some((session) => session.room?.id === id));
  const used = held.length === 0 && sessions.length > 0 ? rooms : held;
  const free = rooms.filter((room) => !used.includes(room));
  const grid = gridOf(sessions, used.map(({ id }) => id), used.length === 0 ? [] : halfHours(day, conference.timeZone, sessions));
  const beginnings = new Set(sessions.map(({ startsAt }) => startsAt));
  return (
    <>
      {grid.rows.length === 0 ? <p className="empty">{t('console.programme.day-empty')}</p> : (
        <div className="table grid" tabIndex={0} role="region" aria-label={label}>
          <table>
            <thead><tr><th scope="col">{t('console.programme.from')}</th>{used.map((room) => <th key={room.id} scope="col" data-room={room.id} data-room-name={own(room.name)}>{own(room.name)}<span className="quiet"> {number(room.capacity)}</span>{venues.length > 1 && <div className="quiet">{own(room.venue.name)}</div>}</th>)}</tr></thead>
            <tbody>
              {grid.rows.map((row, index) => (
                <tr key={row} data-at={wallClock(row, conference.timeZone)} className={beginnings.has(row) ? undefined : 'between'}>
                  <th scope="row" className="tight">{times(row, row, conference.timeZone)}</th>
                  {(grid.cells[index] ?? []).map((cell, column) => (cell === null ? null : (
                    <td key={used[column]?.id} rowSpan={cell.rows} className={cell.sessions.length === 0 ? 'free' : undefined}>
                      {cell.sessions.map((session) => <SessionPiece key={session.id} session={session} timeZone={conference.timeZone} base={base} warnings={warnings} changed={changed.get(session.id)} />)}
                    </td>
                  )))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {free.length > 0 && <div className="row free-rooms quiet"><span id="free">{t('console.programme.free-rooms')}</span><ul className="figures" aria-labelledby="free">{free.map((room) => <li key={room.id} className="chip plain" data-room={room.id} data-room-name={own(room.name)}>{own(room.name)}</li>)}</ul></div>}
    </>
  );
}
