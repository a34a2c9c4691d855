import { useTexts } from '../i18n/use-texts.js';

const ROOMS = ['overview', 'invitations', 'registrations', 'programme', 'visits', 'lines', 'contacts', 'campaigns', 'letters', 'reports'] as const;
export type ConsoleRoom = (typeof ROOMS)[number];

/** The rooms of one conference's console. */
export function ConferenceNav({ locale, slug, here }: { readonly locale: string; readonly slug: string; readonly here: ConsoleRoom }): React.ReactElement {
  const { t } = useTexts();
  const base = `/${locale}/console/conferences/${slug}`;
  return (
    <nav aria-label={t('console.rooms')}>
      <ul className="tabs">
        {ROOMS.map((room) => <li key={room}><a href={room === 'overview' ? base : `${base}/${room}`} aria-current={room === here ? 'page' : undefined}>{t(`console.room.${room}`)}</a></li>)}
      </ul>
    </nav>
  );
}
