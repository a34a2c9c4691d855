import { data, redirect } from 'react-router';
import type { Route } from './+types/session-room.js';
import { apiContext } from '../../api/context.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConflictNote } from './conflict-note.js';
import { dayOf, daysOf, loadDraft, movedPath } from './draft.js';
import { MoveForm } from './move-form.js';
import { ProgrammeFrame } from './programme-frame.js';
import { doTask, SESSION_TASKS } from './scheduling.js';
import { SessionForm } from './session-form.js';
import { Speakers } from './speakers.js';
import { Warnings } from './warnings.js';

async function find({ request, params, context }: Route.LoaderArgs | Route.ActionArgs) {
  const draft = await loadDraft(context.get(apiContext), request, params.locale, params.slug);
  const session = draft.sessions.find(({ id }) => id === params.session);
  if (session === undefined) throw new Response(null, { status: 404 });
  return { draft, session };
}

export async function loader(args: Route.LoaderArgs) {
  const { draft, session } = await find(args);
  const { conference, venues, forums, equipment } = draft;
  const done = new URL(args.request.url).searchParams.get('done');
  return {
    conference, venues, forums, equipment, session, days: daysOf(draft), changed: draft.changed.get(session.id),
    warnings: draft.warnings.filter(({ sessions }) => sessions.some(({ id }) => id === session.id)), done: SESSION_TASKS.find((task) => task === done),
  };
}

export async function action(args: Route.ActionArgs) {
  const { request, params, context } = args;
  const form = await request.formData();
  const { draft: { conference }, session } = await find(args);
  const task = SESSION_TASKS.find((one) => one === form.get('do')) ?? 'edit';
  const outcome = await doTask(task, form, session, { api: context.get(apiContext), request, locale: params.locale });
  const base = `/${params.locale}/console/conferences/${params.slug}/programme`;
  if (outcome.message === undefined) {
    if (task === 'remove') return redirect(`${base}?day=${dayOf(session.startsAt, conference.timeZone)}&removed=1`);
    if (task !== 'move') return redirect(`${base}/sessions/${session.id}?done=${task}`);
    return redirect(movedPath(base, session, conference.timeZone, line(form, 'day') ?? ''));
  }
  const { message, problems = [], ...conflict } = outcome;
  return data({ task, conflict, speaker: line(form, 'speaker'), answer: { message, problems: problems.map(besideItsField), values: typedIn(form) } }, { status: problems.length > 0 ? 422 : 409 });
}

/** The Move form asks for day and time apart; the api speaks of begin and end. */
function besideItsField({ path, message }: { readonly path: string; readonly message: string }) {
  return { path: path === 'startsAt' ? 'from' : path === 'endsAt' ? 'until' : path, message };
}

export default function SessionRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { conference, session, venues, days, warnings, done, changed } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/programme`;
  const answer = (task: string) => (actionData?.task === task ? actionData.answer : undefined);
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="draft" heading={own(session.title)}>
      <p><a href={`${base}?day=${dayOf(session.startsAt, conference.timeZone)}`}>{t('console.programme.back')}</a></p>
      {done !== undefined && actionData === undefined && <p className="note good" role="status">{t(`console.programme.done.${done}`)}</p>}
      {actionData !== undefined && <ConflictNote conflict={actionData.conflict} timeZone={conference.timeZone} />}
      {actionData?.task === 'remove' || actionData?.task === 'dismiss' ? <p className="note bad" role="alert">{actionData.answer.message}</p> : null}
      <p>
        {own(session.title) !== own(session.forum.title) && <>{own(session.forum.title)} · </>}<strong>{span(session.startsAt, session.endsAt, conference.timeZone)}</strong> · {session.room === null ? t('console.programme.no-room') : own(session.room.name)}
        {changed !== undefined && changed.map((kind) => <span key={kind}> <span className="chip plain">{t(`console.difference.${kind}`)}</span></span>)}
      </p>
      {warnings.length > 0 && <section className="note wait" aria-label={t('console.warnings')}><Warnings warnings={warnings} base={base} besides={session.id} /></section>}
      <MoveForm session={session} timeZone={conference.timeZone} days={days} venues={venues} answer={answer('move')} />
      <h2>{t('console.speaker.title')}</h2>
      <Speakers session={session} timeZone={conference.timeZone} locales={conference.locales} answer={answer('speaker')} />
      <h2>{t('console.programme.words')}</h2>
      <details open={answer('edit') !== undefined}>
        <summary>{t('console.programme.edit')}</summary>
        <SessionForm session={session} room={loaderData} answer={answer('edit')} />
      </details>
      <details>
        <summary>{t('console.programme.remove')}</summary>
        <form method="post">
          <p>{t('console.programme.remove-sure')}</p>
          <button type="submit" name="do" value="remove" className="danger">{t('console.programme.remove-yes')}</button>
        </form>
      </details>
    </ProgrammeFrame>
  );
}
