import { useTexts } from '../../i18n/use-texts.js';
import type { DraftSession, DraftWarning } from './draft.js';
import { Warnings } from './warnings.js';

interface MovedProps {
  readonly session: DraftSession;
  /** Where it was, as the address of the page keeps it. */
  readonly before: { readonly from: string; readonly until: string; readonly room: string } | undefined;
  readonly undone: boolean;
  readonly timeZone: string;
  readonly base: string;
  readonly warnings: readonly DraftWarning[];
}

/** Where a session is now, what is odd about that, and the button that moves it back. */
export function MovedNote({ session, before, undone, timeZone, base, warnings }: MovedProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const about = warnings.filter(({ sessions }) => sessions.some(({ id }) => id === session.id));
  return (
    <div className={about.length === 0 ? 'note good stay' : 'note wait stay'} role="status" tabIndex={-1}>
      <p>
        {t(undone ? 'console.programme.moved-back' : 'console.programme.moved', { title: own(session.title) })}{' '}
        <strong>{span(session.startsAt, session.endsAt, timeZone)}</strong> · {session.room === null ? t('console.programme.no-room') : own(session.room.name)}
      </p>
      {about.length > 0 && <Warnings warnings={about} base={base} besides={session.id} />}
      {before !== undefined && (
        <form method="post">
          <input type="hidden" name="session" value={session.id} />
          <input type="hidden" name="version" value={session.version} />
          <input type="hidden" name="from" value={before.from} />
          <input type="hidden" name="until" value={before.until} />
          <input type="hidden" name="room" value={before.room} />
          <button type="submit" className="second">{t('console.programme.undo')}</button>
        </form>
      )}
    </div>
  );
}
