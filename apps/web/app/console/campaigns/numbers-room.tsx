import type { Route } from './+types/numbers-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { SelectField } from '../../forms/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';

const Numbers = graphql(`
  query CampaignNumbers($id: ID!, $by: CampaignFiguresBy!, $campaignId: ID) {
    campaignFigures(conferenceId: $id, by: $by, campaignId: $campaignId) { key recipients delivered bounced suppressed answered accepted declined registered confirmed }
    campaigns(conferenceId: $id, first: 200) { edges { node { id name state } } }
  }
`);
const DIMENSIONS = ['CAMPAIGN', 'COUNTRY', 'LANGUAGE', 'ORGANISATION'] as const;
const COLUMNS = ['recipients', 'delivered', 'bounced', 'suppressed', 'answered', 'accepted', 'declined', 'registered', 'confirmed'] as const;
/** How far people come, step by step. */
const STEPS = ['recipients', 'delivered', 'answered', 'registered', 'confirmed'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const by = DIMENSIONS.find((one) => one === query.get('by')) ?? 'CAMPAIGN';
  const campaignId = query.get('campaign') === '' ? null : query.get('campaign');
  const { campaignFigures, campaigns } = await api.ask(request, params.locale, Numbers, { id: conference.id, by, campaignId });
  return { conference, by, campaignId, figures: campaignFigures, campaigns: nodes(campaigns).filter(({ state }) => state !== 'DRAFT') };
}

export default function NumbersRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, number, percent, country, language } = useTexts();
  const { conference, by, campaignId, figures, campaigns } = loaderData;
  const nameOf = (key: string): string => {
    if (key === '') return t('campaign.figure.unknown');
    if (by === 'COUNTRY') return country(key);
    if (by === 'LANGUAGE') return language(key);
    return by === 'CAMPAIGN' ? campaigns.find(({ id }) => id === key)?.name ?? key : key;
  };
  const totals = STEPS.map((step) => ({ step, count: figures.reduce((sum, row) => sum + row[step], 0) }));
  const all = totals[0]?.count ?? 0;
  const file = new URLSearchParams({ conferenceId: conference.id, by, format: 'csv', locale: params.locale, ...(campaignId === null ? {} : { campaignId }) });
  return (
    <CampaignsFrame params={params} title={t('console.campaigns.part.numbers')} conference={conference} here="numbers">
      <form method="get" action={`${baseOf(params)}/numbers`} className="filters">
        <SelectField name="by" label={t('console.numbers.by')} value={by} choices={DIMENSIONS.map((value) => ({ value, label: t(`campaign.figure.key.${value}`) }))} required />
        <SelectField name="campaign" label={t('console.campaigns.part.campaigns')} none={t('console.numbers.all')} value={campaignId} choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))} />
        <button className="second" type="submit">{t('web.search')}</button>
      </form>
      {all === 0 ? <p className="empty">{t('console.numbers.empty')}</p> : (
        <>
          <figure className="funnel">
            <figcaption>{t('console.numbers.chart')}</figcaption>
            <dl>
              {totals.map(({ step, count }) => (
                <div key={step} className="funnel-step">
                  <dt>{t(`campaign.figure.${step}`)}</dt>
                  <dd><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect className="ground" width="100" height="6" rx="1" /><rect className="bar" width={Math.round((count / all) * 1000) / 10} height="6" rx="1" /></svg><span>{t('console.numbers.share', { count, share: percent(count / all) })}</span></dd>
                </div>
              ))}
            </dl>
          </figure>
          <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.campaigns.part.numbers')}>
            <table>
              <thead><tr><th>{t(`campaign.figure.key.${by}`)}</th>{COLUMNS.map((column) => <th key={column} className="number">{t(`campaign.figure.${column}`)}</th>)}</tr></thead>
              <tbody>{figures.map((row) => <tr key={row.key}><td><bdi>{nameOf(row.key)}</bdi></td>{COLUMNS.map((column) => <td data-label={t(`campaign.figure.${column}`)} key={column} className="number">{number(row[column])}</td>)}</tr>)}</tbody>
            </table>
          </div>
          <p><a className="button second" href={`/exports/campaigns?${file.toString()}`}>{t('console.numbers.file')}</a></p>
        </>
      )}
    </CampaignsFrame>
  );
}
