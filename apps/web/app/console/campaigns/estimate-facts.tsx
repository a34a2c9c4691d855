import { useTexts } from '../../i18n/use-texts.js';
import { Registrants } from './registrants.js';

interface EstimateProps {
  readonly campaign: { readonly id: string; readonly template: { readonly id: string; readonly name: string }; readonly audience: { readonly id: string; readonly name: string } | null; readonly isToRegistrations: boolean; readonly registrations: React.ComponentProps<typeof Registrants>['chosen']; readonly replyTo: string | null; readonly replyBy: string | null };
  readonly estimate: {
    readonly count: { readonly matched: number; readonly suppressed: number; readonly registered: number; readonly invited: number; readonly written: number; readonly recipients: number };
    readonly byLocale: readonly { readonly locale: string; readonly count: number }[];
    readonly inFallback: number;
    readonly startsAt: string;
    readonly endsAt: string | null;
  };
  readonly base: string;
  readonly zone: string;
}

/** What a campaign would do if it were started now. */
export function EstimateFacts({ campaign, estimate, base, zone }: EstimateProps): React.ReactElement {
  const { t, brief, number, language } = useTexts();
  const { count, byLocale } = estimate;
  return (
    <section>
      <h2>{t('console.campaign.check')}</h2>
      <div className="note">
        <p><strong>{t('console.audiences.count', { count: count.recipients })}</strong></p>
        <p>{t('console.audiences.counted', count)}</p>
      </div>
      <dl className="pairs">
        <div className="pair"><dt>{t('console.campaign.template')}</dt><dd><a href={`${base}/templates/${campaign.template.id}?campaign=${campaign.id}#preview`}><bdi>{campaign.template.name}</bdi></a></dd></div>
        {campaign.audience !== null && <div className="pair"><dt>{t('console.campaign.audience')}</dt><dd><a href={`${base}/audiences/${campaign.audience.id}`}><bdi>{campaign.audience.name}</bdi></a></dd></div>}
        {campaign.isToRegistrations && <div className="pair"><dt>{t('console.campaign.audience')}</dt><dd><Registrants chosen={campaign.registrations} /><p className="quiet">{t('console.campaign.one-an-address')}</p></dd></div>}
        <div className="pair"><dt>{t('console.templates.languages')}</dt><dd><ul className="figures">{byLocale.map((one) => <li key={one.locale}><span className="chip plain">{language(one.locale)} {number(one.count)}</span></li>)}</ul>{estimate.inFallback > 0 && <p className="quiet">{t('console.campaign.in-fallback', { count: estimate.inFallback })}</p>}</dd></div>
        {campaign.replyTo !== null && <div className="pair"><dt>{t('console.campaign.reply-to')}</dt><dd><bdi className="ltr">{campaign.replyTo}</bdi></dd></div>}
        {campaign.replyBy !== null && <div className="pair"><dt>{t('console.campaign.reply-by')}</dt><dd>{brief(campaign.replyBy, zone)}</dd></div>}
        <div className="pair"><dt>{t('console.campaign.starts')}</dt><dd>{brief(estimate.startsAt, zone)}</dd></div>
        <div className="pair"><dt>{t('console.campaign.ends')}</dt><dd>{estimate.endsAt === null ? t('console.campaign.ends-open') : brief(estimate.endsAt, zone)}</dd></div>
      </dl>
      <p><a className="button second" href={`${base}/${campaign.id}/edit`}>{t('console.campaign.edit')}</a></p>
    </section>
  );
}
