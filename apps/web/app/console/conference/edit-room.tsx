import { WRITTEN_LOCALES } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/edit-room.js';
import { apiContext } from '../../api/context.js';
import { ChoiceField, SelectField, Summary, TextField } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { ConferenceNav } from '../conference-nav.js';
import { instantIn, wallClockIn } from '../invitations/instant-in.js';
import { bothLanguages } from '../languages-field.js';
import { EditedConference, missingTexts, UpdateConference } from './conference-data.js';
import { besideItsHost, HostsField, hostsIn } from './hosts-field.js';
import { SideBySide } from './side-by-side.js';

const REQUIRED = ['startsOn', 'endsOn', 'country', 'firstLocale'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference } = await context.get(apiContext).ask(request, params.locale, EditedConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const values = typedIn(form);
  const hosts = hostsIn(form);
  const missing = REQUIRED.filter((name) => line(form, name) === null).map((path) => ({ path, message: textsFor(params.locale).t('problem.required') }));
  if (missing.length > 0) return data({ message: undefined, problems: missing, values, hasConflict: false }, { status: 422 });
  const first = line(form, 'firstLocale') ?? 'en';
  const zone = line(form, 'timeZone') ?? line(form, 'zone') ?? 'UTC';
  const { result } = await api.ask(request, params.locale, UpdateConference, {
    input: {
      id: line(form, 'id') ?? '', version: Number(line(form, 'version') ?? 0), title: bothLanguages(form, 'title'), theme: bothLanguages(form, 'theme'), city: bothLanguages(form, 'city'),
      description: bothLanguages(form, 'description'), practicalInformation: bothLanguages(form, 'practicalInformation'), startsOn: line(form, 'startsOn'), endsOn: line(form, 'endsOn'), country: line(form, 'country'),
      timeZone: line(form, 'timeZone'), locales: [first, ...chosen(form, 'locales').filter((locale) => locale !== first)], hosts: hosts.map(({ role, name, website }) => ({ role, name, website })),
      personsPerAccount: line(form, 'personsPerAccount') === null ? null : Number(line(form, 'personsPerAccount')), editableUntil: instantIn(line(form, 'editableUntil'), zone),
      documentsKeptDays: line(form, 'documentsKeptDays') === null ? null : Number(line(form, 'documentsKeptDays')),
    },
  });
  if (result.__typename === 'Conference') return redirect(`${new URL(request.url).pathname}?saved`);
  const problems = result.__typename === 'InvalidInput' ? result.problems.map((problem) => besideItsHost(problem, hosts)) : [];
  const hasConflict = result.code === 'conference.changed-meanwhile';
  return data({ message: hasConflict ? textsFor(params.locale).t('console.edit.conflict') : result.message, problems, values, hasConflict }, { status: hasConflict ? 409 : 422 });
}

/** The whole of a conference, its languages beside each other. Two who write at once are told, and neither loses what was typed. */
export default function EditRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, country, language, locale } = useTexts();
  const { conference, isSaved } = loaderData;
  const hasConflict = actionData?.hasConflict ?? false;
  const shared = { locales: conference.locales, answer: actionData, hasConflict };
  const missing = missingTexts(conference);
  const languages = [...conference.locales, ...WRITTEN_LOCALES.filter((tag) => !conference.locales.includes(tag))].map((tag) => ({ value: tag, label: language(tag) }));
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <h1>{t('console.edit.title')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="overview" />
      {isSaved && actionData === undefined && <p className="note good" role="status">{t('console.edit.done')}</p>}
      {missing.length === 0 ? <p className="quiet">{t('console.edit.missing-none')}</p>
        : <div className="note wait"><ul>{missing.map((one) => <li key={one.locale}>{t('console.edit.missing-count', { language: language(one.locale), count: one.count })}</li>)}</ul></div>}
      <form method="post" noValidate>
        <Summary answer={actionData} names={{ practicalInformation: t('console.edit.practical'), personsPerAccount: t('console.edit.persons'), documentsKeptDays: t('console.edit.kept'), firstLocale: t('console.edit.first-language') }} />
        <input type="hidden" name="id" value={conference.id} />
        <input type="hidden" name="zone" value={conference.timeZone} />
        <input type="hidden" name="version" value={hasConflict ? conference.version : actionData?.values['version']?.[0] ?? conference.version} />
        <h2>{t('console.edit.texts')}</h2>
        <SideBySide name="title" label={t('console.field.title')} value={conference.title} required {...shared} />
        <SideBySide name="theme" label={t('console.field.theme')} value={conference.theme} {...shared} />
        <SideBySide name="description" label={t('console.field.description')} hint={t('console.edit.markdown')} value={conference.description} lines={6} {...shared} />
        <SideBySide name="practicalInformation" label={t('console.edit.practical')} hint={t('console.edit.markdown')} value={conference.practicalInformation} lines={8} {...shared} />
        <h2>{t('console.edit.when')}</h2>
        <SideBySide name="city" label={t('console.field.city')} value={conference.city} required {...shared} />
        <div className="beside">
          <SelectField name="country" label={t('console.field.country')} choices={countries} value={conference.country} answer={actionData} required />
          <TextField name="startsOn" type="date" label={t('console.field.starts-on')} value={conference.startsOn} answer={actionData} required ltr />
          <TextField name="endsOn" type="date" label={t('console.field.ends-on')} value={conference.endsOn} answer={actionData} required ltr />
        </div>
        {conference.state === 'DRAFT'
          ? <SelectField name="timeZone" label={t('console.field.time-zone')} hint={t('console.edit.zone-hint')} choices={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))} value={conference.timeZone} answer={actionData} required />
          : <p className="quiet">{t('console.edit.zone-settled', { zone: conference.timeZone })}</p>}
        <h2>{t('console.edit.languages')}</h2>
        <SelectField name="firstLocale" label={t('console.edit.first-language')} hint={t('console.edit.first-language-hint')} choices={languages} value={conference.locales[0]} answer={actionData} required />
        <ChoiceField name="locales" many label={t('console.edit.other-languages')} values={conference.locales} choices={languages} answer={actionData} />
        <HostsField hosts={conference.hosts} locales={conference.locales} answer={actionData} />
        <h2>{t('console.edit.rules')}</h2>
        <TextField name="personsPerAccount" type="number" label={t('console.edit.persons')} value={String(conference.personsPerAccount)} answer={actionData} required />
        <TextField name="editableUntil" type="datetime-local" label={t('console.edit.editable')} hint={t('console.edit.editable-hint', { zone: conference.timeZone })} value={wallClockIn(conference.editableUntil, conference.timeZone)} answer={actionData} ltr />
        <TextField name="documentsKeptDays" type="number" label={t('console.edit.kept')} hint={t('console.edit.kept-hint')} value={String(conference.documentsKeptDays)} answer={actionData} required />
        <p className="row"><button type="submit">{t('console.save')}</button> <a className="button second" href={`/${params.locale}/console/conferences/${params.slug}`}>{t('console.room.overview')}</a></p>
      </form>
    </>
  );
}
