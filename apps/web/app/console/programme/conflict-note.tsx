import { useTexts } from '../../i18n/use-texts.js';
import type { Outcome } from './scheduling.js';

/** Who has the room, or who was faster and what it is now; sending again then goes beyond what the other one left. */
export function ConflictNote({ conflict, timeZone, wasTyped = true }: { readonly conflict: Pick<Outcome, 'by' | 'changedAt' | 'changedBy' | 'presentSession'>; readonly timeZone: string; readonly wasTyped?: boolean }): React.ReactElement | null {
  const { t, own, span, brief } = useTexts();
  const { by, changedAt, changedBy, presentSession: now } = conflict;
  if (by !== undefined) return <p className="note bad">{t('console.sessions.taken', { title: own(by.title), times: span(by.startsAt, by.endsAt, timeZone) })}</p>;
  if (changedAt === undefined) return null;
  return (
    <div className="note wait" role="alert">
      <p><strong>{t('console.conflict.who', { who: changedBy ?? t('console.conflict.program'), when: brief(changedAt, timeZone) })}</strong></p>
      {now != null && <p>{t('console.conflict.now', { title: own(now.title), times: span(now.startsAt, now.endsAt, timeZone), room: now.room === null ? t('console.programme.no-room') : own(now.room.name) })}</p>}
      <p>{t(wasTyped ? 'console.conflict.again' : 'console.conflict.not-moved')}</p>
    </div>
  );
}
