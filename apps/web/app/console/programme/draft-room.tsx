import { data, redirect } from 'react-router';
import type { Route } from './+types/draft-room.js';
import { apiContext } from '../../api/context.js';
import { line } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PageScript } from '../../layout/page-script.js';
import { hasAll, wordsOf } from '../../programme/timetable.js';
import { ConflictNote } from './conflict-note.js';
import { DayGrid } from './day-grid.js';
import { dayOf, daysOf, loadDraft, movedPath } from './draft.js';
import { MovedNote } from './moved-note.js';
import { ProgrammeFrame } from './programme-frame.js';
import { doTask, moveBack } from './scheduling.js';
import { SessionPiece } from './session-piece.js';
import { Warnings } from './warnings.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const draft = await loadDraft(context.get(apiContext), request, params.locale, params.slug);
  const query = new URL(request.url).searchParams;
  const days = daysOf(draft);
  const here = days.find((day) => day === query.get('day')) ?? days.find((day) => draft.sessions.some((session) => dayOf(session.startsAt, draft.conference.timeZone) === day)) ?? days[0] ?? '';
  const search = query.get('q')?.trim() ?? '';
  const moved = draft.sessions.find(({ id }) => id === query.get('moved'));
  const before = moved === undefined || !query.has('from') ? undefined : { from: query.get('from') ?? '', until: query.get('until') ?? '', room: query.get('room') ?? '' };
  const came = (['taken', 'cloned'] as const).find((way) => query.has(way));
  const figures = { count: Number(query.get(came ?? '')), changed: Number(query.get('changed')), forums: Number(query.get('forums')) };
  return { draft, days, here, search, moved, before, removed: query.has('removed'), undone: query.has('undone'), came, figures };
}

/** What is let go of on the grid is moved as by the form of its page; the one button of this page takes the last move back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const ask = { api: context.get(apiContext), request, locale: params.locale };
  const path = new URL(request.url).pathname;
  const isMove = form.get('do') === 'move';
  const draft = isMove ? await loadDraft(ask.api, request, params.locale, params.slug) : undefined;
  const session = draft?.sessions.find(({ id }) => id === form.get('session'));
  if (isMove && session === undefined) return data({ message: textsFor(params.locale).t('refusal.session.unknown'), conflict: {} }, { status: 409 });
  const outcome = session === undefined ? await moveBack(form, ask) : await doTask('move', form, session, ask);
  if (outcome.message === undefined) {
    return redirect(draft === undefined || session === undefined ? `${path}?day=${(line(form, 'from') ?? '').slice(0, 10)}&moved=${line(form, 'session') ?? ''}&undone=1` : movedPath(path, session, draft.conference.timeZone, line(form, 'day') ?? ''));
  }
  const { message, ...conflict } = outcome;
  return data({ message, conflict }, { status: 409 });
}

export default function DraftRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, day, brief } = useTexts();
  const { draft, days, here, search, moved, before, removed, undone, came, figures } = loaderData;
  const { conference, sessions, forums, warnings, basedOn } = draft;
  const base = `/${params.locale}/console/conferences/${params.slug}/programme`;
  const ofDay = sessions.filter((session) => dayOf(session.startsAt, conference.timeZone) === here);
  const tray = ofDay.filter(({ room }) => room === null);
  const unscheduled = forums.filter((forum) => forum.sessions.length === 0);
  const words = wordsOf(search);
  const found = words.length === 0 ? undefined : sessions.filter((session) => hasAll(words, [session.title, session.forum.title, ...session.speakers.map(({ name }) => name), ...(session.room === null ? [] : [session.room.name])]));
  const piece = (session: typeof sessions[number], withDay = false) => <SessionPiece session={session} timeZone={conference.timeZone} base={base} warnings={warnings} changed={draft.changed.get(session.id)} withDay={withDay} />;
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="draft">
      <p className="quiet">
        {basedOn === null ? t('console.programme.unreleased') : t('console.programme.based-on', { number: basedOn.number, when: brief(basedOn.releasedAt, conference.timeZone) })}{' '}
        {basedOn !== null && <a href={`${base}/release`}>{t('console.programme.changes', { count: draft.changes })}</a>}
      </p>
      {actionData !== undefined && <div className="stay" tabIndex={-1}><p className="note bad" role="alert">{actionData.message}</p><ConflictNote conflict={actionData.conflict} timeZone={conference.timeZone} wasTyped={false} /></div>}
      {came !== undefined && actionData === undefined && <p className="note good" role="status">{t(`console.intake.done.${came}`, figures)}</p>}
      {removed && <p className="note good" role="status">{t('console.programme.done.remove')}</p>}
      {moved !== undefined && actionData === undefined && <MovedNote session={moved} before={before} undone={undone} timeZone={conference.timeZone} base={base} warnings={warnings} />}
      {warnings.length > 0 && (
        <details open={warnings.some(({ blocks }) => blocks)}>
          <summary>{t('console.programme.look-at', { blocks: warnings.filter(({ blocks }) => blocks).length, count: warnings.filter(({ blocks }) => !blocks).length })}</summary>
          <Warnings warnings={warnings} base={base} />
        </details>
      )}
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="q">{t('console.programme.search')}</label><input id="q" name="q" type="search" dir="auto" defaultValue={search} /></div>
        <button className="second" type="submit">{t('web.search')}</button>
        {found !== undefined && <a className="button second" href={base}>{t('console.filter.clear')}</a>}
        <a className="button second" href={`/${params.locale}/console/conferences/${params.slug}/forums#session`}>{t('console.sessions.add')}</a>
      </form>
      {found !== undefined ? (
        <section aria-label={t('console.programme.search')}>
          <p role="status">{t('console.programme.found', { count: found.length })}</p>
          <ul className="cards">{found.map((session) => <li key={session.id} className="card">{piece(session, true)}</li>)}</ul>
        </section>
      ) : (
        <div data-board="" data-taken={t('console.sessions.taken', { title: '{title}', times: '{times}' })} data-away={t('console.programme.not-sent')}>
          <nav aria-label={t('console.programme.days')}><ul className="tabs">{days.map((one) => <li key={one} data-day={one}><a href={`${base}?day=${one}`} aria-current={one === here ? 'page' : undefined}>{day(`${one}T12:00:00Z`, 'UTC')}</a></li>)}</ul></nav>
          {(tray.length > 0 || unscheduled.length > 0) && (
            <section className="tray" aria-labelledby="tray" data-room="" data-room-name={t('console.programme.no-room')}>
              <h2 id="tray">{t('console.programme.tray')}</h2>
              <ul className="cards">
                {tray.map((session) => <li key={session.id} className="card">{piece(session)}</li>)}
                {unscheduled.map((forum) => <li key={forum.id} className="card"><p className="quiet">{t('console.programme.unscheduled')}</p><p><a href={`/${params.locale}/console/conferences/${params.slug}/forums?forum=${forum.id}#session`}>{own(forum.title)}</a></p></li>)}
              </ul>
            </section>
          )}
          <p className="quiet" data-hint="" hidden>{t('console.programme.drag')}</p>
          <DayGrid sessions={ofDay} room={draft} base={base} day={here} label={day(`${here}T12:00:00Z`, 'UTC')} />
        </div>
      )}
      <PageScript name="sessions" />
    </ProgrammeFrame>
  );
}
