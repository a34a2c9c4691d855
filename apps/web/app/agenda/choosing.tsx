import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';
import type { AgendaState } from '../registration/state-chip.js';
import type { ChoosingAnswer } from './choose.js';

interface ChoosingProps {
  readonly kind: 'forum' | 'departure';
  readonly subjectId: string;
  readonly registrations: readonly {
    readonly id: string;
    readonly person: { readonly names: { readonly full: string } };
    readonly item: { readonly state: AgendaState; readonly positionInLine: number | null } | undefined;
  }[];
  readonly answer: ChoosingAnswer | undefined;
  readonly canBook: boolean;
  readonly full: boolean;
  readonly lineOpen: boolean;
  readonly register: string;
  readonly timeZone: string;
  readonly alternativesBase: string | undefined;
}

const HELD: ReadonlySet<AgendaState> = new Set(['HELD', 'CONFIRMED', 'WAITING', 'OFFERED']);

/** The buttons with which each of one's people takes a place, joins the line, or gives the place up. */
export function Choosing({ kind, subjectId, registrations, answer, canBook, full, lineOpen, register, timeZone, alternativesBase }: ChoosingProps): React.ReactElement {
  const { t, own, moment } = useTexts();
  return (
    <div className="choosing">
      {answer !== undefined && (
        <div className="note bad" role="alert">
          <p>{answer.message}</p>
          {answer.with.length > 0 && <ul>{answer.with.map((item) => <li key={`${item.startsAt} ${own(item.title)}`}>{own(item.title)} · {moment(item.startsAt, timeZone)}</li>)}</ul>}
          {answer.alternatives.length > 0 && (
            <><p>{t('web.visits.alternatives')}</p><ul>{answer.alternatives.map((one) => <li key={one.id}><a href={`${alternativesBase ?? ''}#d-${one.id}`}>{moment(one.startsAt, timeZone)}</a></li>)}</ul></>
          )}
        </div>
      )}
      {registrations.length === 0 && <p className="quiet">{t('web.choosing.register-first')} <a href={register}>{t('web.register')}</a></p>}
      {canBook && registrations.map((registration) => {
        const held = registration.item !== undefined && HELD.has(registration.item.state);
        return (
          <form method="post" key={registration.id} className="row">
            <input type="hidden" name="registration" value={registration.id} />
            <input type="hidden" name="subject" value={subjectId} />
            <input type="hidden" name="line" value="yes" />
            <input type="hidden" name="kind" value={kind} />
            {registrations.length > 1 && <bdi>{registration.person.names.full}</bdi>}
            {held && registration.item !== undefined && <AgendaChip state={registration.item.state} />}
            {registration.item?.positionInLine != null && <span className="quiet">{t('web.line.position', { position: registration.item.positionInLine })}</span>}
            {held && registration.item !== undefined
              ? <button className="danger" type="submit" name="do" value="leave">{t(registration.item.state === 'WAITING' ? 'web.line.leave' : kind === 'forum' ? 'web.forum.leave' : 'web.visits.cancel')}</button>
              : (!full || lineOpen) && <button type="submit" name="do" value="take">{t(full ? 'web.line.join' : kind === 'forum' ? 'web.forum.choose' : 'web.visits.book')}</button>}
          </form>
        );
      })}
    </div>
  );
}
