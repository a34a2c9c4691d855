import { data, redirect } from 'react-router';
import type { Route } from './+types/reminders-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CampaignOf, Ingredients } from './campaign-data.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';

const Create = graphql(`
  mutation NewReminder($input: CreateReminderRuleInput!) {
    result: createReminderRule(input: $input) { __typename ... on ReminderRule { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const Stop = graphql(`mutation StopReminder($id: ID!) { result: stopReminderRule(id: $id) { __typename ... on Refusal { message } } }`);
const WHOM = ['NOT_ANSWERED', 'NOT_REGISTERED', 'DRAFT'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  const { campaign } = await api.ask(request, params.locale, CampaignOf, { id: params.campaign });
  if (conference === null || campaign === null) throw new Response(null, { status: 404 });
  const { templates } = await api.ask(request, params.locale, Ingredients, { id: conference.id });
  return { conference, campaign, templates: nodes(templates).filter(({ purpose }) => purpose === 'REMINDER') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const number = (name: string): number | null => (line(form, name) === null ? null : Number(line(form, name)));
  const { result } = form.get('do') === 'stop'
    ? await api.ask(request, params.locale, Stop, { id: line(form, 'rule') ?? '' })
    : await api.ask(request, params.locale, Create, {
      input: {
        campaignId: params.campaign, templateId: line(form, 'templateId') ?? '', whom: WHOM.find((one) => one === form.get('whom')) ?? 'NOT_ANSWERED',
        afterDays: number('afterDays'), beforeDays: number('beforeDays'), atMost: number('atMost') ?? 1,
      },
    });
  if (result.__typename === 'ReminderRule') return redirect(`${baseOf(params)}/${params.campaign}`);
  return data({ message: result.message, problems: 'problems' in result ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function RemindersRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, campaign, templates } = loaderData;
  const base = baseOf(params);
  const names = { templateId: t('console.campaign.reminder-template'), afterDays: t('console.campaign.after-days'), beforeDays: t('console.campaign.before-days'), atMost: t('console.campaign.at-most') };
  return (
    <CampaignsFrame params={params} title={t('console.campaign.reminder-new')} conference={conference} here="campaigns">
      <p><a href={`${base}/${campaign.id}`}><bdi>{campaign.name}</bdi></a></p>
      {templates.length === 0 ? <p className="note"><a href={`${base}/templates`}>{t('console.campaign.reminder-needs-template')}</a></p> : (
        <form method="post" noValidate>
          <Summary answer={actionData} names={names} />
          <SelectField name="templateId" label={t('console.campaign.reminder-template')} choices={templates.map(({ id, name }) => ({ value: id, label: name }))} value={templates.length === 1 ? templates[0]?.id : undefined} answer={actionData} required />
          <SelectField name="whom" label={t('console.campaign.reminder-whom')} value="NOT_ANSWERED" choices={WHOM.map((value) => ({ value, label: t(`console.campaign.whom.${value}`) }))} answer={actionData} required />
          <div className="beside">
            <TextField name="afterDays" type="number" label={t('console.campaign.after-days')} answer={actionData} ltr />
            <TextField name="beforeDays" type="number" label={t('console.campaign.before-days')} answer={actionData} ltr />
            <TextField name="atMost" type="number" label={t('console.campaign.at-most')} value="1" answer={actionData} ltr />
          </div>
          <button type="submit" name="do" value="add">{t('console.campaign.reminder-add')}</button>
        </form>
      )}
    </CampaignsFrame>
  );
}
