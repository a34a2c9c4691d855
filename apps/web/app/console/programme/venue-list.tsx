import { useTexts } from '../../i18n/use-texts.js';
import type { ProgrammeRoom, Venues } from './draft.js';

/** Venues with their rooms, and what there is of equipment. */
export function VenueList({ venues, equipment }: { readonly venues: Venues; readonly equipment: ProgrammeRoom['equipment'] }): React.ReactElement | null {
  const { t, own, number } = useTexts();
  const rooms = venues.flatMap((venue) => venue.rooms);
  if (rooms.length === 0 && equipment.length === 0) return null;
  return (
    <>
      <h2>{t('console.programme.venues')}</h2>
      <ul className="cards">
        {venues.map((venue) => (
          <li key={venue.id} className="card">
            <h3>{own(venue.name)}</h3>
            <ul className="bare runs">{venue.rooms.map((room) => <li key={room.id}>{own(room.name)} <span className="quiet">{t('console.programme.room-line', { capacity: room.capacity, booths: room.booths })}</span></li>)}</ul>
          </li>
        ))}
        {equipment.length > 0 && (
          <li className="card">
            <h3>{t('console.programme.equipment')}</h3>
            <ul className="bare runs">{equipment.map((piece) => <li key={piece.id}>{own(piece.name)} × {number(piece.quantity)} <span className="quiet">{own(rooms.find(({ id }) => id === piece.roomId)?.name) || t('console.programme.equipment-movable')}</span></li>)}</ul>
          </li>
        )}
      </ul>
    </>
  );
}
