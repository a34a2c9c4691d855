import { data, redirect } from 'react-router';
import type { Route } from './+types/campaign-edit.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { Summary } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import type { Problem } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FilterInWords } from '../registrations/filter-in-words.js';
import { filterOf, queryIn } from '../registrations/list-query.js';
import { campaignInput, CampaignOf, CreateCampaign, Ingredients, MatchingRegistrations, UpdateCampaign } from './campaign-data.js';
import { campaignFieldNames, CampaignFields } from './campaign-fields.js';
import { firstLetter, NEW_LETTER } from './first-letter.js';
import { baseOf, CampaignsConference, CampaignsFrame } from './frame.js';
import { Registrants } from './registrants.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { templates, audiences } = await api.ask(request, params.locale, Ingredients, { id: conference.id });
  const { campaign } = params.campaign === undefined ? { campaign: null } : await api.ask(request, params.locale, CampaignOf, { id: params.campaign });
  const asked = new URL(request.url).searchParams;
  const query = asked.has('registrations') ? queryIn(asked) : null;
  const matching = query === null ? 0 : (await api.ask(request, params.locale, MatchingRegistrations, { id: conference.id, filter: filterOf(query) })).registrations.totalCount;
  return { conference, campaign, templates: nodes(templates), audiences: nodes(audiences), audienceId: asked.get('audience'), query, matching, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { conference } = await api.ask(request, params.locale, CampaignsConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const [input, asked] = [campaignInput(form), new URL(request.url).searchParams];
  // Whom was picked in the list comes with its form, is kept in this one, and goes to the API with it.
  const picked = chosen(form, form.get('do') === 'write' ? 'id' : 'registration');
  if (form.get('do') === 'write') return { picked, answer: undefined };
  const back = (result: { message?: string; problems?: readonly Problem[] }, values = typedIn(form)) => data({ picked, answer: { message: result.message, problems: result.problems ?? [], values } }, { status: 422 });
  if (params.campaign !== undefined) {
    const { result } = await api.ask(request, params.locale, UpdateCampaign, { input: { ...input, id: params.campaign, version: Number(line(form, 'version') ?? 0) } });
    return result.__typename === 'Campaign' ? redirect(`${baseOf(params)}/${result.id}`) : back(result);
  }
  const registrations = picked.length > 0 ? { ids: picked } : asked.has('registrations') ? { filter: filterOf(queryIn(asked)) } : null;
  const letter = input.templateId === NEW_LETTER ? await firstLetter(api, request, params.locale, conference, input.name) : undefined;
  if (letter !== undefined && letter.__typename !== 'MailTemplate') return back(letter);
  const templateId = letter?.id ?? input.templateId;
  const begun = letter?.id ?? line(form, 'begun');
  const { result } = await api.ask(request, params.locale, CreateCampaign, { input: { ...input, templateId, registrations, conferenceId: conference.id }, key: line(form, 'key') });
  // A letter that was begun is not begun again: it is the one that is chosen now.
  if (result.__typename !== 'Campaign') return back(result, { ...typedIn(form), templateId: [templateId], begun: begun === null ? [] : [begun] });
  return redirect(begun === templateId ? `${baseOf(params)}/templates/${templateId}?campaign=${result.id}` : `${baseOf(params)}/${result.id}`);
}

export default function CampaignEdit({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const { conference, campaign, templates, audiences, audienceId, query, key } = loaderData;
  const { picked, answer } = actionData ?? { picked: [], answer: undefined };
  const count = picked.length > 0 ? picked.length : loaderData.matching;
  const isToRegistrations = picked.length > 0 || query !== null || campaign?.isToRegistrations === true;
  const readers = (
    <section>
      <h2>{t('console.campaign.audience')}</h2>
      {campaign?.isToRegistrations === true ? <Registrants chosen={campaign.registrations} /> : (
        <>
          <p><strong>{t('console.campaign.picked', { count, shown: number(count) })}</strong></p>
          {query !== null && picked.length === 0 && <FilterInWords {...query} categories={query.categories.map((one) => own(conference.categories.find((category) => category.key === one)?.title) || one)} />}
          {picked.map((id) => <input key={id} type="hidden" name="registration" value={id} />)}
        </>
      )}
      <p className="quiet">{t('console.campaign.one-an-address')}</p>
    </section>
  );
  const base = baseOf(params);
  return (
    <CampaignsFrame params={params} title={campaign?.name ?? t('console.campaigns.new')} conference={conference} here="campaigns">
      {templates.length === 0 && !isToRegistrations && <p className="note"><a href={`${base}/templates`}>{t('console.templates.empty')}</a></p>}
      {audiences.length === 0 && !isToRegistrations && <p className="note"><a href={`${base}/audiences/new`}>{t('console.audiences.empty')}</a></p>}
      <form method="post" noValidate>
        <Summary answer={answer} names={campaignFieldNames(t)} />
        <input type="hidden" name="key" value={answer?.values['key']?.[0] ?? key} />
        <input type="hidden" name="begun" value={answer?.values['begun']?.[0] ?? ''} />
        <input type="hidden" name="version" value={campaign?.version ?? 0} />
        <CampaignFields draft={campaign} answer={answer} templates={templates} audiences={audiences} conference={conference} audienceId={audienceId} readers={isToRegistrations ? readers : undefined} mayBeNew={isToRegistrations && campaign === null} name={isToRegistrations ? t('console.campaign.to-registrations', { count, shown: number(count) }) : undefined} />
        <button type="submit">{t('console.campaign.draft')}</button>
      </form>
    </CampaignsFrame>
  );
}
