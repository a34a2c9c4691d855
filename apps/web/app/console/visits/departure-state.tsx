import { useTexts } from '../../i18n/use-texts.js';

interface StateProps {
  readonly departure: { readonly state: 'PLANNED' | 'CERTAIN' | 'CANCELLED'; readonly minimum: number | null; readonly minimumBy: string | null };
  readonly timeZone: string;
}

/** Whether a departure takes place; of one that may yet be cancelled, how many it needs and by when. */
export function DepartureState({ departure: { state, minimum, minimumBy }, timeZone }: StateProps): React.ReactElement {
  const { t, brief } = useTexts();
  return (
    <>
      <span className={`chip ${state === 'CANCELLED' ? 'bad' : state === 'CERTAIN' ? 'good' : 'wait'}`}>{t(`console.departures.state.${state}`)}</span>
      {state === 'PLANNED' && minimum !== null && minimumBy !== null && <div className="quiet">{t('console.departures.needs', { minimum, when: brief(minimumBy, timeZone) })}</div>}
    </>
  );
}
