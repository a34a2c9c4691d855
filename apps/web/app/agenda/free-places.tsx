import { useTexts } from '../i18n/use-texts.js';

interface FreePlacesProps {
  readonly places: { readonly size: number | null; readonly remaining: number | null; readonly lineOpen: boolean } | null;
  readonly openDoors?: boolean;
}

/** How many places are left, and whether one may wait for one; nothing where nobody counts. */
export function FreePlaces({ places, openDoors = false }: FreePlacesProps): React.ReactElement | null {
  const { t } = useTexts();
  if (openDoors) return <span className="quiet">{t('web.programme.open-doors')}</span>;
  if (places === null || places.remaining === null || places.size === null) return null;
  if (places.remaining > 0) return <span className="quiet">{t('web.places.of', { remaining: places.remaining, size: places.size })}</span>;
  return <span className="full">{t(places.lineOpen ? 'web.places.line-open' : 'web.line.closed')}</span>;
}
