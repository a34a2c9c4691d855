import { useTexts } from '../../i18n/use-texts.js';

/** Puts away what the page shows; what still needs it refuses that, and says so above. */
export function PutAwayForm({ what }: { readonly what: 'template' | 'audience' | 'campaign' }): React.ReactElement {
  const { t } = useTexts();
  return (
    <form method="post" className="decide">
      <h2>{t('console.campaigns.put-away')}</h2>
      <p>{t(`console.campaigns.put-away.${what}`)}</p>
      <p><button type="submit" name="do" value="put-away" className="danger">{t('console.campaigns.put-away')}</button></p>
    </form>
  );
}
