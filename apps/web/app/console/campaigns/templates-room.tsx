import { data, redirect } from 'react-router';
import type { Route } from './+types/templates-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { ChoiceField, SelectField, Summary, TextField } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';
import { READY_LOCALES } from './ready-locales.js';

const List = graphql(`query ConsoleTemplates($id: ID!) { templates(conferenceId: $id, first: 200) { edges { node { id name purpose texts { locale } } } } }`);
const Ready = graphql(`query ReadyMade($kind: ReadyMadeKind!) { readyMadeTemplate(kind: $kind) { locale subject preheader body } }`);
const Create = graphql(`
  mutation NewTemplate($input: CreateTemplateInput!) {
    result: createTemplate(input: $input) { __typename ... on MailTemplate { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const BEGINNINGS = ['INVITATION', 'REMINDER', 'THANKS', 'NEWS'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { templates } = await api.ask(request, params.locale, List, { id: conference.id });
  return { conference, templates: nodes(templates) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { t } = textsFor(params.locale);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const purpose = BEGINNINGS.find((one) => one === form.get('begin')) ?? 'NEWS';
  const locales = READY_LOCALES.filter((locale) => chosen(form, 'locales').includes(locale));
  const texts = purpose === 'NEWS'
    ? locales.map((locale) => ({ locale, subject: t('console.templates.news-subject'), preheader: '', body: '{{ contact.formal_name }}' }))
    : (await api.ask(request, params.locale, Ready, { kind: purpose })).readyMadeTemplate.filter(({ locale }) => locales.some((one) => one === locale));
  const { result } = await api.ask(request, params.locale, Create, { input: { conferenceId: conference.id, name: line(form, 'name') ?? '', purpose, texts: [...texts], fallbacks: locales } });
  if (result.__typename === 'MailTemplate') return redirect(`${baseOf(params)}/templates/${result.id}`);
  return data({ message: result.message, problems: 'problems' in result ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function TemplatesRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, language, list } = useTexts();
  const { conference, templates } = loaderData;
  const base = `${baseOf(params)}/templates`;
  return (
    <CampaignsFrame params={params} title={t('console.campaigns.part.templates')} conference={conference} here="templates">
      {templates.length === 0 ? <p className="empty">{t('console.templates.empty')}</p> : (
        <ul className="cards">
          {templates.map((one) => (
            <li key={one.id} className="card">
              <h2><a href={`${base}/${one.id}`}><bdi>{one.name}</bdi></a></h2>
              <p className="quiet">{t(`campaign.what.${one.purpose}`)}</p>
              <p>{list(one.texts.map(({ locale }) => language(locale)))}</p>
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="decide" noValidate>
        <h2>{t('console.templates.new')}</h2>
        <Summary answer={actionData} names={{ name: t('console.campaigns.name'), texts: t('console.templates.languages') }} />
        <TextField name="name" label={t('console.campaigns.name')} hint={t('console.campaigns.name-hint')} answer={actionData} required />
        <SelectField name="begin" label={t('console.templates.begin')} value="INVITATION" choices={BEGINNINGS.map((value) => ({ value, label: t(`console.templates.begin.${value}`) }))} answer={actionData} required />
        <ChoiceField name="locales" label={t('console.templates.begin-in')} many values={READY_LOCALES} choices={READY_LOCALES.map((value) => ({ value, label: language(value) }))} answer={actionData} required />
        <button type="submit">{t('console.templates.new')}</button>
      </form>
    </CampaignsFrame>
  );
}
