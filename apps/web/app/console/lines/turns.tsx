import { useTexts } from '../../i18n/use-texts.js';
import type { Turn } from './line-room.js';

interface TurnsProps {
  readonly turns: readonly Turn[];
  readonly timeZone: string;
  /** Path of the list of registrations. */
  readonly registrations: string;
  /** Whose form was refused, with what was typed. */
  readonly open: string | undefined;
  readonly reason: string;
}

/** A line in its order: who is offered a place and until when, who waits, for how many, and how to move them. */
export function Turns({ turns, timeZone, registrations, open, reason }: TurnsProps): React.ReactElement {
  const { t, number, brief } = useTexts();
  return (
    <ol className="bare turns">
      {turns.map((turn) => {
        const { registration: one } = turn;
        const name = one.person.names.full === '' ? one.code : one.person.names.full;
        return (
          <li key={one.id}>
            <span className="turn">{turn.position === null ? <span className="chip wait">{t('state.agenda.OFFERED')}</span> : number(turn.position)}</span>
            <div>
              <p><a href={`${registrations}/${one.id}`}><bdi>{name}</bdi></a>{turn.party > 1 && <span className="quiet"> · {t('console.lines.party', { count: turn.party })}</span>}{one.organisation !== null && <span className="quiet"> · <bdi>{one.organisation}</bdi></span>}</p>
              <p className="quiet">
                {turn.offerExpiresAt !== null ? t('console.lines.offered-until', { when: brief(turn.offerExpiresAt, timeZone) }) : t('console.lines.since', { when: brief(turn.since, timeZone) })}
                {turn.priority !== 0 && <> · {t('console.lines.priority-is', { priority: turn.priority })}</>}
                {turn.keptSince !== null && <> · {t('console.lines.kept', { when: brief(turn.keptSince, timeZone) })}</>}
                {turn.moveReason !== null && <> · <bdi>{turn.moveReason}</bdi></>}
              </p>
              {turn.position !== null && (
                <details open={open === one.id}>
                  <summary>{t('console.lines.move')}<span className="hidden">: {name}</span></summary>
                  <form method="post">
                    <input type="hidden" name="registration" value={one.id} />
                    <div className="beside">
                      <div className="field"><label htmlFor={`p-${one.id}`}>{t('console.lines.priority')}</label><p className="hint">{t('console.lines.priority-hint')}</p><input id={`p-${one.id}`} name="priority" type="number" min="-100" max="100" dir="ltr" defaultValue={turn.priority} /></div>
                      <div className="field"><label htmlFor={`r-${one.id}`}>{t('console.lines.reason')}</label><p className="hint">{t('console.lines.reason-hint')}</p><input id={`r-${one.id}`} name="reason" dir="auto" defaultValue={open === one.id ? reason : ''} /></div>
                    </div>
                    <button type="submit" name="do" value="move" className="second">{t('console.lines.move-go')}</button>
                  </form>
                </details>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
