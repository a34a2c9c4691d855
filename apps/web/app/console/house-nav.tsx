import { useRouteLoaderData } from 'react-router';
import { useTexts } from '../i18n/use-texts.js';
import type { loader } from './console.js';

const ROOMS = { conferences: '', staff: '/staff', tokens: '/staff/tokens', audit: '/audit', installation: '/installation', languages: '/languages' } as const;
export type HouseRoom = keyof typeof ROOMS;
const OF_THE_HOUSE: ReadonlySet<HouseRoom> = new Set(['installation', 'languages']);

/** The rooms of the console that belong to no conference: those that the reader owns. Whoever owns nothing needs no way to them. */
export function HouseNav({ locale, here }: { readonly locale: string; readonly here: HouseRoom }): React.ReactElement | null {
  const { t } = useTexts();
  const reader = useRouteLoaderData<typeof loader>('console/console');
  if (reader?.ownsSomething !== true) return null;
  const rooms = (Object.keys(ROOMS) as HouseRoom[]).filter((room) => reader.ownsHouse || !OF_THE_HOUSE.has(room));
  return (
    <nav aria-label={t('console.home')}>
      <ul className="tabs">
        {rooms.map((room) => <li key={room}><a href={`/${locale}/console${ROOMS[room]}`} aria-current={room === here ? 'page' : undefined}>{t(`console.home.${room}`)}</a></li>)}
      </ul>
    </nav>
  );
}
