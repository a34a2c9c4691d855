import type { Route } from './+types/audiences-room.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AudienceList } from './audience-data.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { audiences } = await api.ask(request, params.locale, AudienceList, { id: conference.id });
  return { conference, audiences: nodes(audiences) };
}

export default function AudiencesRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, audiences } = loaderData;
  const base = `${baseOf(params)}/audiences`;
  return (
    <CampaignsFrame params={params} title={t('console.campaigns.part.audiences')} conference={conference} here="audiences">
      <p><a className="button" href={`${base}/new`}>{t('console.audiences.new')}</a></p>
      {audiences.length === 0 ? <p className="empty">{t('console.audiences.empty')}</p> : (
        <ul className="cards">
          {audiences.map((one) => (
            <li key={one.id} className="card">
              <h2><a href={`${base}/${one.id}`}><bdi>{one.name}</bdi></a></h2>
              <p>{t('console.campaigns.people', { count: one.count.recipients })}</p>
            </li>
          ))}
        </ul>
      )}
    </CampaignsFrame>
  );
}
