import { data, redirect } from 'react-router';
import type { Route } from './+types/campaign-edit.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { Summary } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { campaignInput, CampaignOf, CreateCampaign, Ingredients, UpdateCampaign } from './campaign-data.js';
import { campaignFieldNames, CampaignFields } from './campaign-fields.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { templates, audiences } = await api.ask(request, params.locale, Ingredients, { id: conference.id });
  const { campaign } = params.campaign === undefined ? { campaign: null } : await api.ask(request, params.locale, CampaignOf, { id: params.campaign });
  return { conference, campaign, templates: nodes(templates), audiences: nodes(audiences), audienceId: new URL(request.url).searchParams.get('audience'), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const input = campaignInput(form);
  const { result } = params.campaign === undefined
    ? await api.ask(request, params.locale, CreateCampaign, { input: { ...input, conferenceId: conference.id }, key: line(form, 'key') })
    : await api.ask(request, params.locale, UpdateCampaign, { input: { ...input, id: params.campaign, version: Number(line(form, 'version') ?? 0) } });
  if (result.__typename === 'Campaign') return redirect(`${baseOf(params)}/${result.id}`);
  return data({ message: result.message, problems: 'problems' in result ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function CampaignEdit({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, campaign, templates, audiences, audienceId, key } = loaderData;
  const base = baseOf(params);
  return (
    <CampaignsFrame params={params} title={campaign?.name ?? t('console.campaigns.new')} conference={conference} here="campaigns">
      {templates.length === 0 && <p className="note"><a href={`${base}/templates`}>{t('console.templates.empty')}</a></p>}
      {audiences.length === 0 && <p className="note"><a href={`${base}/audiences/new`}>{t('console.audiences.empty')}</a></p>}
      <form method="post" noValidate>
        <Summary answer={actionData} names={campaignFieldNames(t)} />
        <input type="hidden" name="key" value={actionData?.values['key']?.[0] ?? key} />
        <input type="hidden" name="version" value={campaign?.version ?? 0} />
        <CampaignFields draft={campaign} answer={actionData} templates={templates} audiences={audiences} conference={conference} audienceId={audienceId} />
        <button type="submit">{t('console.campaign.draft')}</button>
      </form>
    </CampaignsFrame>
  );
}
