import { useTexts } from '../../i18n/use-texts.js';
import type { CapacityRefused } from './capacity.js';

interface CapacityProps {
  readonly places: { readonly poolId: string; readonly size: number | null; readonly taken: number; readonly waiting: number };
  readonly refused: CapacityRefused | undefined;
  /** Path of the list of registrations. */
  readonly registrations: string;
}

/** How many places there are. Fewer than are taken names the people it concerns, and asks for a decision with a reason. */
export function CapacityForm({ places, refused, registrations }: CapacityProps): React.ReactElement {
  const { t, number } = useTexts();
  const overbooking = refused?.taken !== undefined;
  return (
    <form method="post" className="decide" id="capacity" aria-label={t('console.capacity.title')}>
      <h2>{t('console.capacity.title')}</h2>
      {refused !== undefined && (
        <div className="note bad" role="alert">
          <p>{refused.message}</p>
          {refused.affected.length > 0 && <><p>{t('console.capacity.affected', { count: refused.affected.length })}</p><ul>{refused.affected.map((one) => <li key={one.id}><a href={`${registrations}/${one.id}`}><bdi>{one.person.names.full === '' ? one.code : one.person.names.full}</bdi></a></li>)}</ul></>}
        </div>
      )}
      <input type="hidden" name="pool" value={places.poolId} />
      <div className="field">
        <label htmlFor="capacity-number">{t('console.places.size')}</label>
        <p className="hint">{t('console.places.line', { taken: places.taken, size: places.size ?? 0, waiting: places.waiting })}</p>
        <input id="capacity-number" name="capacity" type="number" min="0" dir="ltr" defaultValue={refused?.capacity ?? places.size?.toString() ?? ''} />
      </div>
      {overbooking && (
        <>
          <div className="field"><label className="choice"><input type="checkbox" name="overbook" value="yes" /><span>{t('console.capacity.overbook', { count: number(refused.affected.length) })}</span></label></div>
          <div className="field"><label htmlFor="capacity-reason">{t('console.lines.reason')}</label><input id="capacity-reason" name="reason" dir="auto" defaultValue={refused.reason} /></div>
        </>
      )}
      <button type="submit" name="do" value="capacity" className="second">{t('console.capacity.go')}</button>
    </form>
  );
}
