import type { Route } from './+types/campaigns-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CampaignChip } from './campaign-state.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';

const List = graphql(`
  query ConsoleCampaigns($id: ID!, $after: String) {
    campaigns(conferenceId: $id, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id name purpose state recipients startedAt remindsOf { id name } } }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { campaigns } = await api.ask(request, params.locale, List, { id: conference.id, after: new URL(request.url).searchParams.get('after') });
  return { conference, campaigns: nodes(campaigns), next: campaigns.pageInfo.hasNextPage ? campaigns.pageInfo.endCursor : null };
}

export default function CampaignsRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, brief, number } = useTexts();
  const { conference, campaigns, next } = loaderData;
  const base = baseOf(params);
  return (
    <CampaignsFrame params={params} title={t('console.room.campaigns')} conference={conference} here="campaigns">
      <p><a className="button" href={`${base}/new`}>{t('console.campaigns.new')}</a></p>
      {campaigns.length === 0 ? <p className="empty">{t('console.campaigns.empty')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.campaigns.part.campaigns')}>
          <table>
            <thead><tr><th>{t('console.campaigns.name')}</th><th>{t('console.campaigns.purpose')}</th><th>{t('console.campaigns.state')}</th><th className="number">{t('console.campaigns.recipients')}</th><th>{t('console.campaigns.started')}</th></tr></thead>
            <tbody>
              {campaigns.map((one) => (
                <tr key={one.id}>
                  <td><a href={`${base}/${one.id}`}><bdi>{one.name}</bdi></a>{one.remindsOf !== null && <div className="quiet">{t('console.campaigns.reminds-of')}: <bdi>{one.remindsOf.name}</bdi></div>}</td>
                  <td data-label={t('console.campaigns.purpose')}>{t(`campaign.what.${one.purpose}`)}</td>
                  <td data-label={t('console.campaigns.state')}><CampaignChip state={one.state} /></td>
                  <td data-label={t('console.campaigns.recipients')} className="number">{one.recipients === null ? '' : number(one.recipients)}</td>
                  <td data-label={t('console.campaigns.started')} className="tight">{one.startedAt === null ? '' : brief(one.startedAt, conference.timeZone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next !== null && <p><a className="button second" href={`${base}?after=${encodeURIComponent(next)}`}>{t('console.next-page')}</a></p>}
    </CampaignsFrame>
  );
}
