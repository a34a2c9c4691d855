import { LOCALES } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/audience-room.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { ChoiceField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { ANSWERS, ArchiveAudience, AudienceChoices, AudienceOf, CreateAudience, filterOf, REGIONS, UpdateAudience } from './audience-data.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';
import { PutAwayForm } from './put-away-form.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { audience } = params.audience === 'new' ? { audience: null } : await api.ask(request, params.locale, AudienceOf, { id: params.audience });
  const { contactLists, campaigns } = await api.ask(request, params.locale, AudienceChoices, { id: conference.id });
  return { conference, audience, lists: contactLists, campaigns: nodes(campaigns).filter(({ state }) => state !== 'DRAFT') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  if (form.get('do') === 'put-away') {
    const { result } = await api.ask(request, params.locale, ArchiveAudience, { id: params.audience });
    return result.__typename === 'Audience' ? redirect(`${baseOf(params)}/audiences`) : data({ message: result.message, problems: [], values: typedIn(form) }, { status: 422 });
  }
  const [name, filter] = [line(form, 'name') ?? '', filterOf(form)];
  const { result } = params.audience === 'new'
    ? await api.ask(request, params.locale, CreateAudience, { input: { conferenceId: conference.id, name, filter } })
    : await api.ask(request, params.locale, UpdateAudience, { input: { id: params.audience, version: Number(line(form, 'version') ?? 0), name, filter } });
  if (result.__typename === 'Audience') return redirect(`${baseOf(params)}/audiences/${result.id}`);
  return data({ message: result.message, problems: 'problems' in result ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function AudienceRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, language, country, locale } = useTexts();
  const { conference, audience, lists, campaigns } = loaderData;
  const base = baseOf(params);
  const filter = audience?.filter;
  const editions = nodes(conference.series.conferences).filter(({ id }) => id !== conference.id).map(({ id, title }) => ({ value: id, label: own(title) }));
  const categories = [...new Map(nodes(conference.series.conferences).flatMap(({ categories: all }) => all).map(({ key, title }) => [key, { value: key, label: own(title) }])).values()];
  const countries = actionData?.values['countries'] ?? filter?.countries ?? [];
  const shared = { answer: actionData };
  const without = [...(filter?.withoutInvited === false ? [] : ['invited']), ...(filter?.withoutRegistered === false ? [] : ['registered'])];
  return (
    <CampaignsFrame params={params} title={audience?.name ?? t('console.audiences.new')} conference={conference} here="audiences">
      {audience !== null && (
        <div className={audience.count.recipients === 0 ? 'note wait' : 'note good'} role="status">
          <p><strong>{t('console.audiences.count', { count: audience.count.recipients })}</strong></p>
          <p>{t('console.audiences.counted', audience.count)}</p>
          {audience.count.recipients > 0 && <p><a className="button second" href={`${base}/new?audience=${audience.id}`}>{t('console.audiences.use')}</a></p>}
        </div>
      )}
      <form method="post" noValidate>
        <Summary answer={actionData} names={{ name: t('console.campaigns.name') }} />
        <input type="hidden" name="version" value={audience?.version ?? 0} />
        <TextField name="name" label={t('console.campaigns.name')} hint={t('console.campaigns.name-hint')} value={audience?.name} {...shared} required />
        <h2>{t('console.audiences.who')}</h2>
        {lists.length > 0 && <ChoiceField name="listIds" label={t('console.audiences.lists')} many values={filter?.listIds ?? []} choices={lists.map(({ id, name, size }) => ({ value: id, label: `${name} (${number(size)})` }))} {...shared} />}
        <ChoiceField name="regions" label={t('console.audiences.regions')} many values={filter?.regions ?? []} choices={REGIONS.map((value) => ({ value, label: t(`console.audiences.region.${value}`) }))} {...shared} />
        <details open={countries.length > 0}>
          <summary>{t('console.audiences.countries')}</summary>
          <ChoiceField name="countries" label={t('console.audiences.countries')} hint={t('console.audiences.countries-hint')} many values={countries} choices={COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale))} {...shared} />
        </details>
        <ChoiceField name="locales" label={t('console.audiences.locales')} many values={filter?.locales ?? []} choices={LOCALES.map((value) => ({ value, label: language(value) }))} {...shared} />
        <TextField name="tags" label={t('console.audiences.tags')} hint={t('console.audiences.tags-hint')} value={filter?.tags?.join(', ')} {...shared} />
        {editions.length > 0 && (
          <>
            <ChoiceField name="cameToIds" label={t('console.audiences.came')} many values={filter?.cameToIds ?? []} choices={editions} {...shared} />
            {categories.length > 0 && <ChoiceField name="cameAs" label={t('console.audiences.came-as')} hint={t('console.audiences.came-as-hint')} many values={filter?.cameAs ?? []} choices={categories} {...shared} />}
            <ChoiceField name="invitedToIds" label={t('console.audiences.invited')} many values={filter?.invitedToIds ?? []} choices={editions} {...shared} />
            <ChoiceField name="answered" label={t('console.audiences.answered')} many values={filter?.answered ?? []} choices={ANSWERS.map((value) => ({ value, label: t(`console.audiences.answer.${value}`) }))} {...shared} />
          </>
        )}
        <details open={(filter?.organisations ?? null) !== null || (filter?.search ?? null) !== null}>
          <summary>{t('console.audiences.more')}</summary>
          <TextField name="organisations" label={t('console.audiences.organisations')} hint={t('console.audiences.organisations-hint')} value={filter?.organisations?.join('\n')} lines={4} {...shared} />
          <TextField name="search" label={t('console.audiences.search')} value={filter?.search} {...shared} />
        </details>
        <ChoiceField name="without" label={t('console.audiences.without')} many values={without} choices={[{ value: 'registered', label: t('console.audiences.without-registered') }, { value: 'invited', label: t('console.audiences.without-invited') }]} {...shared} />
        {campaigns.length > 0 && <ChoiceField name="withoutCampaignIds" label={t('console.audiences.without-campaigns')} many values={filter?.withoutCampaignIds ?? []} choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))} {...shared} />}
        <button type="submit">{t('console.audiences.save')}</button>
      </form>
      {audience !== null && <PutAwayForm what="audience" />}
    </CampaignsFrame>
  );
}
