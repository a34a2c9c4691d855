import { data, redirect } from 'react-router';
import type { Route } from './+types/forum-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { ChoiceField, Summary, TextField } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SideBySide } from '../conference/side-by-side.js';
import { bothLanguages } from '../languages-field.js';
import { ProgrammeFrame } from './programme-frame.js';

const Conference = graphql(`query ForumConference($slug: String!) { conference(slug: $slug) { id title timeZone locales categories { id title } } }`);
const Forums = graphql(`
  query EditedForum($id: ID!) {
    programmeDraft(conferenceId: $id) { forums { id slug title description admission audience categoryIds sender version places { size taken waiting } } }
  }
`);
const UpdateForum = graphql(`
  mutation ChangeForum($input: UpdateForumInput!) {
    result: updateForum(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } ... on ChangedMeanwhile { version changedAt changedBy } }
  }
`);
const AUDIENCES = ['EVERYONE', 'CATEGORIES', 'GUESTS'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, Conference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { programmeDraft } = await api.ask(request, params.locale, Forums, { id: conference.id });
  const forum = programmeDraft.forums.find(({ slug }) => slug === params.forum);
  if (forum === undefined) throw new Response(null, { status: 404 });
  return { conference, forum, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const capacity = line(form, 'capacity');
  const audience = AUDIENCES.find((one) => one === form.get('audience')) ?? 'EVERYONE';
  const { result } = await context.get(apiContext).ask(request, params.locale, UpdateForum, {
    input: {
      id: line(form, 'id') ?? '', version: Number(line(form, 'version') ?? 0), title: bothLanguages(form, 'title') ?? {}, description: bothLanguages(form, 'description'), sender: line(form, 'sender'),
      audience, categoryIds: audience === 'CATEGORIES' ? chosen(form, 'categoryIds') : [], ...(form.has('capacity') ? { capacity: capacity === null ? null : Number(capacity) } : {}),
    },
  });
  if (result.__typename === 'Forum') return redirect(`${new URL(request.url).pathname}?saved`);
  const conflict = result.__typename === 'ChangedMeanwhile' ? { changedAt: result.changedAt, changedBy: result.changedBy } : undefined;
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form), conflict }, { status: conflict === undefined ? 422 : 409 });
}

/** A forum's words, places and for whom it is; of two who write at once the slower one is told, and loses nothing. */
export default function ForumRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief } = useTexts();
  const { conference, forum, isSaved } = loaderData;
  const conflict = actionData?.conflict;
  const shared = { locales: conference.locales, answer: actionData, hasConflict: conflict !== undefined };
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="forums" heading={own(forum.title)}>
      {isSaved && actionData === undefined && <p className="note good" role="status">{t('console.forum.saved')}</p>}
      {conflict !== undefined && <p className="note wait">{t('console.conflict.who', { who: conflict.changedBy ?? t('console.conflict.program'), when: brief(conflict.changedAt, conference.timeZone) })} {t('console.conflict.again')}</p>}
      <form method="post" noValidate>
        <Summary answer={actionData} names={{ sender: t('console.forum.sender'), categoryIds: t('console.categories') }} />
        <input type="hidden" name="id" value={forum.id} />
        <input type="hidden" name="version" value={conflict !== undefined ? forum.version : actionData?.values['version']?.[0] ?? forum.version} />
        <SideBySide name="title" label={t('console.field.title')} value={forum.title} required {...shared} />
        <SideBySide name="description" label={t('console.field.description')} hint={t('console.edit.markdown')} value={forum.description} lines={5} {...shared} />
        {forum.admission === 'SIGN_UP' && <TextField name="capacity" type="number" label={t('console.places.size')} hint={forum.places === null ? t('console.forums.capacity-hint') : t('console.places.line', { taken: forum.places.taken, size: forum.places.size ?? 0, waiting: forum.places.waiting })} value={forum.places?.size?.toString()} answer={actionData} />}
        <ChoiceField name="audience" label={t('console.forum.audience')} required values={[forum.audience]} choices={AUDIENCES.map((one) => ({ value: one, label: t(`console.forum.audience.${one}`) }))} answer={actionData} />
        <ChoiceField name="categoryIds" many label={t('console.categories')} hint={t('console.forum.categories-hint')} values={forum.categoryIds} choices={conference.categories.map((one) => ({ value: one.id, label: own(one.title) }))} answer={actionData} />
        <TextField name="sender" label={t('console.forum.sender')} hint={t('console.forum.sender-hint')} value={forum.sender} answer={actionData} />
        <p className="row"><button type="submit">{t('console.save')}</button> <a className="button second" href={`/${params.locale}/console/conferences/${params.slug}/forums`}>{t('console.programme.part.forums')}</a></p>
      </form>
    </ProgrammeFrame>
  );
}
