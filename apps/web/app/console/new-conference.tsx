import { data, redirect } from 'react-router';
import type { Route } from './+types/new-conference.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { SelectField, Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { COUNTRIES } from '../registration/choices.js';
import { bothLanguages, LanguagesField } from './languages-field.js';

const SeriesList = graphql(`query SeriesList { seriesList(first: 200) { edges { node { id title nextHostRegion rotation } } } }`);
const CreateSeries = graphql(`
  mutation NewSeries($input: CreateSeriesInput!, $key: String) {
    result: createSeries(input: $input, idempotencyKey: $key) { __typename ... on Series { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const CreateConference = graphql(`
  mutation NewConference($input: CreateConferenceInput!, $key: String) {
    result: createConference(input: $input, idempotencyKey: $key) { __typename ... on Conference { slug } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

/** Without these neither a series nor a conference can be. */
const REQUIRED = ['title', 'slug', 'city', 'country', 'timeZone', 'startsOn', 'endsOn'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { seriesList } = await context.get(apiContext).ask(request, params.locale, SeriesList, {});
  return { seriesList: nodes(seriesList), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const values = typedIn(form);
  const back = (result: { message?: string; problems?: readonly { path: string; message: string }[] }) => data({ message: result.message, problems: result.problems ?? [], values }, { status: 422 });
  // Everything that is missing is said at once: the series is made first, and would speak alone.
  const missing = REQUIRED.filter((name) => line(form, name) === null && bothLanguages(form, name) === null);
  if (missing.length > 0) return back({ problems: missing.map((path) => ({ path, message: textsFor(params.locale).t('problem.required') })) });
  const slug = line(form, 'slug') ?? '';
  let seriesId = line(form, 'seriesId');
  if (seriesId === null) {
    const rotation = (line(form, 'rotation') ?? '').split(/[,，、]/).map((part) => part.trim()).filter((part) => part !== '');
    const { result } = await api.ask(request, params.locale, CreateSeries, { input: { slug: `${slug}-series`, title: bothLanguages(form, 'title') ?? {}, rotation }, key: `${line(form, 'key') ?? ''}-series` });
    if (result.__typename !== 'Series') return back(result);
    seriesId = result.id;
    // Made already: a second try is for its conference only.
    values['seriesId'] = [seriesId];
  }
  const { result } = await api.ask(request, params.locale, CreateConference, {
    key: `${line(form, 'key') ?? ''}-${seriesId}`,
    input: {
      seriesId, slug, title: bothLanguages(form, 'title'), theme: bothLanguages(form, 'theme'), description: bothLanguages(form, 'description'),
      city: bothLanguages(form, 'city') ?? {}, country: line(form, 'country') ?? '', timeZone: line(form, 'timeZone') ?? '',
      startsOn: line(form, 'startsOn') ?? '', endsOn: line(form, 'endsOn') ?? '', hostRegion: line(form, 'hostRegion'), hostOverrideReason: line(form, 'hostOverrideReason'),
    },
  });
  return result.__typename === 'Conference' ? redirect(`/${params.locale}/console/conferences/${result.slug}`) : back(result);
}

export default function NewConference({ loaderData, actionData }: Route.ComponentProps): React.ReactElement {
  const { t, own, country, locale } = useTexts();
  const series = loaderData.seriesList.map((one) => ({ value: one.id, label: one.nextHostRegion === null ? own(one.title) : t('console.series.next-host', { series: own(one.title), region: one.nextHostRegion }) }));
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
  return (
    <div className="narrow start">
      <h1>{t('console.conferences.new')}</h1>
      {loaderData.seriesList.length > 0 && <p className="quiet">{t('console.edition.elsewhere')}</p>}
      <form method="post" noValidate>
        <Summary answer={actionData} />
        <input type="hidden" name="key" value={loaderData.key} />
        <SelectField name="seriesId" label={t('console.field.series')} hint={t('console.field.series-hint')} choices={series} answer={actionData} />
        <TextField name="rotation" label={t('console.field.rotation')} hint={t('console.field.rotation-hint')} answer={actionData} />
        <LanguagesField name="title" label={t('console.field.title')} answer={actionData} required />
        <LanguagesField name="theme" label={t('console.field.theme')} answer={actionData} />
        <LanguagesField name="description" label={t('console.field.description')} answer={actionData} lines={4} />
        <TextField name="slug" label={t('console.field.slug')} hint={t('console.field.slug-hint')} answer={actionData} required ltr />
        <LanguagesField name="city" label={t('console.field.city')} answer={actionData} required />
        <SelectField name="country" label={t('console.field.country')} choices={countries} value="CN" answer={actionData} required />
        <SelectField name="timeZone" label={t('console.field.time-zone')} choices={zones} value="Asia/Shanghai" answer={actionData} required />
        <TextField name="startsOn" type="date" label={t('console.field.starts-on')} answer={actionData} required ltr />
        <TextField name="endsOn" type="date" label={t('console.field.ends-on')} answer={actionData} required ltr />
        <TextField name="hostRegion" label={t('console.field.host-region')} hint={t('console.field.host-region-hint')} answer={actionData} />
        <TextField name="hostOverrideReason" label={t('console.field.host-reason')} answer={actionData} />
        <button type="submit">{t('console.create')}</button>
      </form>
    </div>
  );
}
