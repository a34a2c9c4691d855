import { useTexts } from '../../i18n/use-texts.js';
import { wallClock } from '../../i18n/wall-clock.js';
import type { DifferenceKind, DraftSession, DraftWarning } from './draft.js';

export interface PieceProps {
  readonly session: DraftSession;
  readonly timeZone: string;
  readonly base: string;
  readonly warnings: readonly DraftWarning[];
  readonly changed: readonly DifferenceKind[] | undefined;
  /** Whether the day is said too, as among the finds of a search. */
  readonly withDay?: boolean;
}

/** A session as the editor's grid and lists show it: what, when, what is odd about it, and the way to move it. */
export function SessionPiece({ session, timeZone, base, warnings, changed, withDay = false }: PieceProps): React.ReactElement {
  const { t, own, times, span } = useTexts();
  const path = `${base}/sessions/${session.id}`;
  const title = own(session.title);
  const about = warnings.filter(({ sessions }) => sessions.some(({ id }) => id === session.id));
  const open = session.speakers.filter(({ state }) => state === 'PROPOSED' || state === 'INVITED').length;
  return (
    <div className={session.kind === 'BREAK' ? 'piece break' : 'piece'} id={`s-${session.id}`} data-session={session.id} data-version={session.version} data-from={wallClock(session.startsAt, timeZone)} data-until={wallClock(session.endsAt, timeZone)} data-room={session.room?.id ?? ''}>
      <p className="quiet">{(withDay ? span : times)(session.startsAt, session.endsAt, timeZone)}{session.room !== null && <span className="where"> · {own(session.room.name)}</span>}</p>
      <p><a href={path}>{title}</a>{own(session.forum.title) !== title && <span className="quiet"> · {own(session.forum.title)}</span>}</p>
      {(about.length > 0 || changed !== undefined || open > 0) && (
        <p className="row tags">
          {about.some(({ blocks }) => blocks) && <span className="chip bad">{t('console.programme.block')}</span>}
          {about.some(({ blocks }) => !blocks) && <span className="chip wait">{t('console.programme.warnings', { count: about.filter(({ blocks }) => !blocks).length })}</span>}
          {changed !== undefined && changed.length > 0 && <span className="chip plain">{t(`console.difference.${changed[0] ?? 'RENAMED'}`)}</span>}
          {open > 0 && <span className="chip plain">{t('console.speaker.open', { count: open })}</span>}
        </p>
      )}
      <p><a className="quiet" href={`${path}#move`} aria-label={t('console.programme.move-named', { title: title })}>{t('console.programme.move')}</a></p>
    </div>
  );
}
