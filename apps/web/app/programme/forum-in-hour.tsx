import { FreePlaces } from '../agenda/free-places.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';
import type { ProgrammeForum } from './programme.js';

interface ForumProps {
  readonly forum: ProgrammeForum;
  readonly sessions: readonly ProgrammeForum['sessions'][number][];
  readonly hour: { readonly startsAt: string; readonly endsAt: string };
  readonly timeZone: string;
  readonly path: string;
}

/** A forum with those of its sessions that begin at one hour: its own title first, a session's where it says more. */
export function ForumInHour({ forum, sessions, hour, timeZone, path }: ForumProps): React.ReactElement {
  const { t, own, times } = useTexts();
  return (
    <>
      <p className="eyebrow">{t(`state.forum.${forum.kind}`)}</p>
      <h3><a href={path}>{own(forum.title)}</a></h3>
      {sessions.map((session) => (
        <div key={session.id} className="session">
          {own(session.title) !== own(forum.title) && <p>{own(session.title)}</p>}
          {session.endsAt !== hour.endsAt && <p className="quiet">{times(session.startsAt, session.endsAt, timeZone)}</p>}
          {session.room !== null && <p className="quiet">{own(session.room.name)} · {own(session.room.venue.name)}</p>}
          {session.speakers.length > 0 && <p className="quiet">{session.speakers.map((speaker, index) => <span key={speaker.id}>{index > 0 && ' · '}<bdi>{own(speaker.name)}</bdi></span>)}</p>}
        </div>
      ))}
      <p className="foot-line">{forum.mine !== null && <AgendaChip state={forum.mine.state} />} <FreePlaces places={forum.places} openDoors={forum.admission === 'OPEN_DOORS'} /></p>
    </>
  );
}
