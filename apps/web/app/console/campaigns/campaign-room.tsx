import { data, redirect } from 'react-router';
import type { Route } from './+types/campaign-room.js';
import { apiContext } from '../../api/context.js';
import { Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ArchiveCampaign, Cancel, CampaignOf, Pause, Resume, Start } from './campaign-data.js';
import { CampaignChip } from './campaign-state.js';
import { CampaignRun } from './campaign-run.js';
import { EstimateFacts } from './estimate-facts.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';
import { PutAwayForm } from './put-away-form.js';
import { RulesList } from './rules-list.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  const { campaign } = await api.ask(request, params.locale, CampaignOf, { id: params.campaign });
  if (conference === null || campaign === null) throw new Response(null, { status: 404 });
  return { conference, campaign, asksToCancel: new URL(request.url).searchParams.has('cancel') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const id = params.campaign;
  if (form.get('do') === 'put-away') {
    const { result } = await api.ask(request, params.locale, ArchiveCampaign, { id });
    return result.__typename === 'Campaign' ? redirect(baseOf(params)) : data({ message: result.message, problems: [], values: typedIn(form) }, { status: 422 });
  }
  const typed = Number(line(form, 'recipients'));
  const ask = { start: () => api.ask(request, params.locale, Start, { id, recipients: Number.isInteger(typed) ? typed : -1 }), pause: () => api.ask(request, params.locale, Pause, { id }), resume: () => api.ask(request, params.locale, Resume, { id }), cancel: () => api.ask(request, params.locale, Cancel, { id }) };
  const deed = form.get('do');
  const { result } = await ask[deed === 'pause' || deed === 'resume' || deed === 'cancel' ? deed : 'start']();
  if (result.__typename === 'Campaign') return redirect(`${baseOf(params)}/${id}`);
  return data({ message: result.message, problems: [], values: typedIn(form) }, { status: 422 });
}

/** A campaign: before it is started what it would do, then how it goes. While it is being sent the page looks again by itself. */
export default function CampaignRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, campaign, asksToCancel } = loaderData;
  const base = baseOf(params);
  const isLive = campaign.state === 'RUNNING' || campaign.state === 'SCHEDULED';
  return (
    <CampaignsFrame params={params} title={campaign.name} conference={conference} here="campaigns">
      {isLive && !asksToCancel && actionData === undefined && <meta httpEquiv="refresh" content="5" />}
      <p className="row"><CampaignChip state={campaign.state} /><span className="quiet">{t(`campaign.what.${campaign.purpose}`)}</span>{campaign.remindsOf !== null && <span className="quiet">{t('console.campaigns.reminds-of')}: <a href={`${base}/${campaign.remindsOf.id}`}><bdi>{campaign.remindsOf.name}</bdi></a></span>}</p>
      <Summary answer={actionData} />
      {campaign.estimate !== null && (
        <>
          <EstimateFacts campaign={campaign} estimate={campaign.estimate} base={base} zone={conference.timeZone} />
          <form method="post" className="decide" noValidate>
            <h2>{t('console.campaign.confirm')}</h2>
            <p>{t('console.campaign.confirm-text')}</p>
            <TextField name="recipients" type="number" label={t('console.campaign.confirm-number')} answer={actionData} required ltr autoComplete="off" />
            <button type="submit" name="do" value="start">{t('console.campaign.confirm-go')}</button>
          </form>
        </>
      )}
      {campaign.progress !== null && <CampaignRun campaign={campaign} progress={campaign.progress} asksToCancel={asksToCancel} here={`${base}/${campaign.id}`} zone={conference.timeZone} letters={`/${params.locale}/console/conferences/${params.slug}/letters`} numbers={`${base}/numbers?campaign=${campaign.id}&by=COUNTRY`} />}
      {campaign.purpose === 'INVITATION' && <RulesList rules={campaign.reminderRules} base={`${base}/${campaign.id}/reminders`} />}
      {campaign.state === 'DRAFT' && <PutAwayForm what="campaign" />}
    </CampaignsFrame>
  );
}
