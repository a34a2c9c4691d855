import { useTexts } from '../../i18n/use-texts.js';

const ROOMS = { ledger: '', suppressions: '/suppressions', sender: '/sender' } as const;
export type MailRoom = keyof typeof ROOMS;

/** The parts of a conference's letters: what was sent, who is not written to, whether our name is in order. */
export function MailTabs({ locale, slug, here }: { readonly locale: string; readonly slug: string; readonly here: MailRoom }): React.ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('console.room.letters')}>
      <ul className="tabs">
        {Object.entries(ROOMS).map(([room, path]) => (
          <li key={room}><a href={`/${locale}/console/conferences/${slug}/letters${path}`} aria-current={room === here ? 'page' : undefined}>{t(`console.mail.${room as MailRoom}`)}</a></li>
        ))}
      </ul>
    </nav>
  );
}
