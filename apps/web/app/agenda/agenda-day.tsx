import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';
import type { AgendaDay } from './my-agenda.js';

interface DayProps {
  readonly day: AgendaDay;
  readonly timeZone: string;
  /** The reader's zone, IANA, where they asked for it. */
  readonly readerZone: string | undefined;
  readonly registrationId: string;
  /** Path of the conference's pages. */
  readonly base: string;
  readonly locale: string;
}

/** A day of an agenda: what is held, offered and waited for, with the time and the way between. */
export function AgendaDayView({ day: { date, entries }, timeZone, readerZone, registrationId, base, locale }: DayProps): React.ReactElement {
  const { t, own, day, times, moment, span } = useTexts();
  return (
    <section>
      <h2>{day(`${date}T12:00:00Z`, 'UTC')}</h2>
      <ul className="day">
        {entries.map(({ item, startsAt, endsAt, venueTime, readerTime, gapBefore }) => {
          const differs = readerZone !== undefined && readerTime !== null && readerTime.startsAt !== venueTime.startsAt;
          const sameDay = readerTime?.startsAt.slice(0, 10) === venueTime.startsAt.slice(0, 10) && readerTime.endsAt.slice(0, 10) === venueTime.endsAt.slice(0, 10);
          return (
            <li key={`${item.id} ${startsAt}`}>
              {gapBefore !== null && (gapBefore.travelMinutes > 0 || gapBefore.isTooTight) && (
                <p className={gapBefore.isTooTight ? 'gap full' : 'gap quiet'}>{gapBefore.minutes < 0 ? t('day.overlaps', { minutes: -gapBefore.minutes }) : t(gapBefore.isTooTight ? 'day.gap-tight' : 'day.gap', { minutes: gapBefore.minutes, travel: gapBefore.travelMinutes })}</p>
              )}
              <div className="agenda-line">
                <div>
                  <time dateTime={startsAt}>{times(startsAt, endsAt, timeZone)}</time>
                  {differs && <p className="quiet reader">{t('day.reader', { times: sameDay ? times(startsAt, endsAt, readerZone) : span(startsAt, endsAt, readerZone) })}</p>}
                </div>
                <div>
                  <h3><a href={item.forum === null ? `${base}/visits/${item.departure?.visit.slug ?? ''}` : `${base}/programme/${item.forum.slug}`}>{own(item.title)}</a></h3>
                  {item.place !== null && <p className="quiet">{own(item.place)}</p>}
                  <div className="row">
                    <AgendaChip state={item.state} />
                    {item.positionInLine !== null && <span className="quiet">{t('web.line.position', { position: item.positionInLine })}</span>}
                    {item.offer !== null && <a className="button" href={`/${locale}/offers/${item.offer.id}`}>{t('web.offer.answer-until', { moment: moment(item.offer.expiresAt, timeZone) })}</a>}
                    {item.departure !== null && item.state === 'HELD' && (
                      <form method="post">
                        <input type="hidden" name="registration" value={registrationId} /><input type="hidden" name="departure" value={item.departure.id} />
                        <button type="submit">{t('day.confirm')}</button>
                      </form>
                    )}
                    {item.departure !== null && (item.state === 'CONFIRMED' || item.state === 'HELD') && <a className="no-print" href={`/${locale}/departures/${item.departure.id}/alternatives?registration=${registrationId}`}>{t('day.swap')}</a>}
                  </div>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
