import { SelectField, Summary, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { wallClock } from '../../i18n/wall-clock.js';
import type { DraftSession, Venues } from './draft.js';

interface MoveProps {
  readonly session: DraftSession;
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly venues: Venues;
  readonly answer: FormAnswer | undefined;
}

/** Where a session goes: day, time and room, in the conference's time. Five fields, in the order in which one thinks. */
export function MoveForm({ session, timeZone, days, venues, answer }: MoveProps): React.ReactElement {
  const { t, day, zone } = useTexts();
  const [from, until] = [wallClock(session.startsAt, timeZone), wallClock(session.endsAt, timeZone)];
  const [firstDay, lastDay] = [from.slice(0, 10), until.slice(0, 10)];
  return (
    <form method="post" noValidate className="decide" id="move" aria-label={t('console.programme.move')}>
      <h2>{t('console.programme.move')}</h2>
      <Summary answer={answer} names={{ startsAt: t('console.programme.from'), endsAt: t('console.programme.until') }} />
      <input type="hidden" name="version" value={session.version} />
      {firstDay !== lastDay && <input type="hidden" name="lastDay" value={lastDay} />}
      <div className="beside">
        <SelectField name="day" label={t('console.programme.day')} required choices={days.map((one) => ({ value: one, label: day(`${one}T12:00:00Z`, 'UTC') }))} value={firstDay} answer={answer} />
        <TextField name="from" type="time" label={t('console.programme.from')} required value={from.slice(11)} answer={answer} ltr />
        <TextField name="until" type="time" label={t('console.programme.until')} answer={answer} ltr />
        <RoomField venues={venues} value={session.room?.id} answer={answer} />
      </div>
      <p className="quiet">{t('console.programme.move-hint', { zone: zone(timeZone, session.startsAt), until: until.slice(11) })}</p>
      <button type="submit" name="do" value="move">{t('console.programme.move-go')}</button>
    </form>
  );
}

interface RoomFieldProps {
  readonly venues: Venues;
  readonly value: string | undefined;
  readonly answer: FormAnswer | undefined;
  readonly label?: string;
  /** What having no room is called. */
  readonly none?: string;
}

/** A room of the conference with how many it takes, or none yet. */
export function RoomField({ venues, value, answer, label, none }: RoomFieldProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const rooms = venues.flatMap((venue) => venue.rooms.map((room) => ({ value: room.id, label: `${own(room.name)} (${number(room.capacity)}) · ${own(venue.name)}` })));
  return <SelectField name="roomId" label={label ?? t('console.sessions.room')} choices={rooms} value={value} answer={answer} none={none ?? t('console.programme.no-room')} required />;
}
