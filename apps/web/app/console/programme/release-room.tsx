import { data, redirect } from 'react-router';
import type { Route } from './+types/release-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { line } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DifferenceFields, Differences } from './differences.js';
import { conferenceOf } from './draft.js';
import { ProgrammeFrame } from './programme-frame.js';
import { ReleaseForm } from './release-form.js';
import { Releases } from './releases.js';
import { Warnings } from './warnings.js';

const ReleaseDesk = graphql(`
  query ReleaseDesk($id: ID!) {
    programmeDraft(conferenceId: $id) { basedOn { number } differences { ...DifferenceFields } warnings { code blocks message people sessions { id title startsAt } } }
    previewRelease(conferenceId: $id) { people clashing byReason { reason people } byLanguage { locale people } sample { registrationId name locale forumIds } }
    programmeReleases(conferenceId: $id) { id number restores note releasedAt differences { ...DifferenceFields } }
  }
`, [DifferenceFields]);
const People = graphql(`query PeopleToTell($id: ID!) { previewRelease(conferenceId: $id) { people } }`);
const Release = graphql(`
  mutation ReleaseIt($input: ReleaseProgrammeInput!, $key: String) {
    result: releaseProgramme(input: $input, idempotencyKey: $key) { __typename ... on ProgrammeReleased { notified release { number } } ... on Refusal { message } ... on InvalidInput { problems { message } } }
  }
`);
const RollBack = graphql(`
  mutation RollBack($input: RollBackProgrammeInput!, $key: String) {
    result: rollBackProgramme(input: $input, idempotencyKey: $key) { __typename ... on ProgrammeReleased { notified release { number } } ... on Refusal { message } ... on InvalidInput { problems { message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const desk = await api.ask(request, params.locale, ReleaseDesk, { id: conference.id });
  const query = new URL(request.url).searchParams;
  const released = query.has('released') ? { number: Number(query.get('released')), notified: Number(query.get('notified')) } : undefined;
  return { conference, ...desk, released, key: crypto.randomUUID() };
}

/** Releases only to as many people as the editor was shown: if others came to be concerned meanwhile, the page is shown anew. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { t } = textsFor(params.locale);
  const conferenceId = line(form, 'conference') ?? '';
  const [note, key, task] = [line(form, 'note'), line(form, 'key'), line(form, 'do') ?? 'release'];
  const refused = (message: string) => data({ task, message, note: note ?? '' }, { status: 409 });
  if (form.get('sure') !== 'yes') return refused(t('console.release.not-sure'));
  if (task === 'release') {
    const { previewRelease } = await api.ask(request, params.locale, People, { id: conferenceId });
    if (String(previewRelease.people) !== line(form, 'people')) return refused(t('console.release.others-now', { people: previewRelease.people }));
  }
  const { result } = task === 'release'
    ? await api.ask(request, params.locale, Release, { input: { conferenceId, note }, key })
    : await api.ask(request, params.locale, RollBack, { input: { conferenceId, note, number: Number(line(form, 'number')) }, key });
  if (result.__typename !== 'ProgrammeReleased') return refused(result.__typename === 'InvalidInput' ? (result.problems[0]?.message ?? result.message) : result.message);
  return redirect(`${new URL(request.url).pathname}?released=${result.release.number}&notified=${result.notified}`);
}

export default function ReleaseRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, programmeDraft: draft, previewRelease: preview, programmeReleases: releases, released, key } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/programme`;
  const blocks = draft.warnings.filter(({ blocks: blocking }) => blocking);
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="release">
      {released !== undefined && actionData === undefined && <p className="note good" role="status">{t('console.release.done', { number: released.number, notified: released.notified })}</p>}
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      <h2>{t(draft.basedOn === null ? 'console.release.first' : 'console.release.diff', { number: draft.basedOn?.number ?? 0 })}</h2>
      {draft.basedOn === null && <p>{t('console.release.first-text')}</p>}
      {draft.differences.length === 0 && draft.basedOn !== null && <p className="empty">{t('console.release.unchanged')}</p>}
      {draft.differences.length > 0 && draft.basedOn !== null && <Differences differences={draft.differences} timeZone={conference.timeZone} />}
      {draft.warnings.length > 0 && <details open={blocks.length > 0}><summary>{t('console.programme.look-at', { blocks: blocks.length, count: draft.warnings.length - blocks.length })}</summary><Warnings warnings={draft.warnings} base={base} /></details>}
      {(draft.differences.length > 0 || draft.basedOn === null) && (
        <ReleaseForm conferenceId={conference.id} preview={preview} blocked={blocks.length > 0} note={actionData?.task === 'release' ? actionData.note : ''} idempotencyKey={key} registrations={`/${params.locale}/console/conferences/${params.slug}/registrations`} />
      )}
      <h2>{t('console.release.list')}</h2>
      <Releases releases={releases} conferenceId={conference.id} timeZone={conference.timeZone} idempotencyKey={key} />
    </ProgrammeFrame>
  );
}

export type ReleaseDeskData = Awaited<ReturnType<typeof loader>>;
