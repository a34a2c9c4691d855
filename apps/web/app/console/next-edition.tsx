import { data, redirect } from 'react-router';
import type { Route } from './+types/next-edition.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { SelectField, Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { COUNTRIES } from '../registration/choices.js';
import { SideBySide } from './conference/side-by-side.js';
import { bothLanguages } from './languages-field.js';

const Earlier = graphql(`
  query EarlierEdition($slug: String!) {
    conference(slug: $slug) { id slug title theme city country timeZone startsOn endsOn locales series { title nextHostRegion } }
  }
`);
const Clone = graphql(`
  mutation NextEdition($input: CloneConferenceInput!, $key: String) {
    result: cloneConference(input: $input, idempotencyKey: $key) { __typename ... on Conference { slug } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference } = await context.get(apiContext).ask(request, params.locale, Earlier, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const values = typedIn(form);
  const missing = ['slug', 'startsOn'].filter((name) => line(form, name) === null);
  if (missing.length > 0) return data({ problems: missing.map((path) => ({ path, message: textsFor(params.locale).t('problem.required') })), values }, { status: 422 });
  const { result } = await context.get(apiContext).ask(request, params.locale, Clone, {
    key: line(form, 'key'),
    input: {
      conferenceId: line(form, 'conference') ?? '', slug: line(form, 'slug') ?? '', startsOn: line(form, 'startsOn') ?? '',
      title: bothLanguages(form, 'title'), theme: bothLanguages(form, 'theme'), city: bothLanguages(form, 'city'),
      country: line(form, 'country'), timeZone: line(form, 'timeZone'), hostRegion: line(form, 'hostRegion'), hostOverrideReason: line(form, 'hostOverrideReason'),
    },
  });
  if (result.__typename === 'Conference') return redirect(`/${params.locale}/console/conferences/${result.slug}?done=edition`);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values }, { status: 422 });
}

/** The next edition of a series, made from this one: what differs is asked for, all else is taken along. */
export default function NextEdition({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days, country, locale } = useTexts();
  const { conference, key } = loaderData;
  const { nextHostRegion } = conference.series;
  const shared = { locales: conference.locales, answer: actionData };
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <p className="eyebrow"><a href={`/${params.locale}/console/conferences/${conference.slug}`}>{own(conference.title)}</a></p>
      <h1>{t('console.edition.title')}</h1>
      <p>{t('console.edition.lead')}</p>
      <form method="post" noValidate>
        <Summary answer={actionData} />
        <input type="hidden" name="conference" value={conference.id} />
        <input type="hidden" name="key" value={key} />
        <SideBySide name="title" label={t('console.field.title')} value={conference.title} required {...shared} />
        <SideBySide name="theme" label={t('console.field.theme')} value={conference.theme} {...shared} />
        <SideBySide name="city" label={t('console.field.city')} value={conference.city} {...shared} />
        <div className="beside">
          <SelectField name="country" label={t('console.field.country')} choices={countries} value={conference.country} answer={actionData} required />
          <SelectField name="timeZone" label={t('console.field.time-zone')} choices={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))} value={conference.timeZone} answer={actionData} required />
        </div>
        <div className="beside">
          <TextField name="slug" label={t('console.field.slug')} hint={t('console.edition.slug-hint', { slug: conference.slug })} answer={actionData} required ltr />
          <TextField name="startsOn" type="date" label={t('console.field.starts-on')} hint={t('console.edition.starts-on-hint', { days: days(conference.startsOn, conference.endsOn) })} answer={actionData} required ltr />
        </div>
        <div className="beside">
          <TextField name="hostRegion" label={t('console.field.host-region')} hint={nextHostRegion === null ? undefined : t('console.edition.host-hint', { region: nextHostRegion })} answer={actionData} required={nextHostRegion === null} />
          <TextField name="hostOverrideReason" label={t('console.field.host-reason')} answer={actionData} />
        </div>
        <button type="submit">{t('console.edition.create')}</button>
      </form>
    </>
  );
}
