import { useTexts } from '../i18n/use-texts.js';

interface ClashAheadProps {
  /** What one holds at that time; nothing is said where it is empty. */
  readonly clashes: readonly { readonly startsAt: string; readonly endsAt: string; readonly item: { readonly title: Record<string, string> } }[];
  /** The nearest departures that would fit. */
  readonly fitting: readonly { readonly id: string; readonly startsAt: string }[];
  readonly timeZone: string;
}

/** Says before one chooses that it would clash, with what, and what would fit instead. */
export function ClashAhead({ clashes, fitting, timeZone }: ClashAheadProps): React.ReactElement | null {
  const { t, own, times, brief, list } = useTexts();
  if (clashes.length === 0) return null;
  return (
    <div className="note wait">
      <p>{t('day.would-clash', { titles: list(clashes.map(({ item, startsAt, endsAt }) => `${own(item.title)} (${times(startsAt, endsAt, timeZone)})`)) })}</p>
      {fitting.length > 0 && <p>{t('web.visits.alternatives')} {fitting.map((one, index) => <span key={one.id}>{index > 0 && ' · '}<a href={`#d-${one.id}`}>{brief(one.startsAt, timeZone)}</a></span>)}</p>}
    </div>
  );
}
