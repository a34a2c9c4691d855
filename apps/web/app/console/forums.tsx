import { data, redirect } from 'react-router';
import type { Route } from './+types/forums.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { ChoiceField, SelectField, Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { bothLanguages, LanguagesField } from './languages-field.js';
import { ProgrammeFrame } from './programme/programme-frame.js';
import { RoomField } from './programme/move-form.js';
import { VenueList } from './programme/venue-list.js';

const Forums = graphql(`
  query ConsoleForums($slug: String!) {
    conference(slug: $slug) { id title timeZone startsOn locales }
  }
`);
const Rooms = graphql(`
  query ConsoleRooms($id: ID!) {
    programmeDraft(conferenceId: $id) {
      equipment { id name quantity roomId }
      forums { id slug title kind admission places { size taken waiting } sessions { id title startsAt endsAt room { name } } }
    }
    venues(conferenceId: $id, first: 200) { edges { node { id name rooms { id name capacity booths } } } }
  }
`);
const AddForum = graphql(`mutation AddForum($input: CreateForumInput!) { result: createForum(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const AddVenue = graphql(`mutation AddVenue($input: CreateVenueInput!) { result: createVenue(input: $input) { __typename ... on Venue { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const AddRoom = graphql(`mutation AddRoom($input: CreateRoomInput!) { result: createRoom(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const AddEquipment = graphql(`mutation AddEquipment($input: CreateEquipmentInput!) { result: createEquipment(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Schedule = graphql(`
  mutation Schedule($input: ScheduleSessionInput!) {
    result: scheduleSession(input: $input) { __typename ... on SessionScheduled { warnings { message } } ... on Refusal { message } ... on RoomTaken { by { title startsAt endsAt } } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, Forums, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { programmeDraft: { forums, equipment }, venues } = await api.ask(request, params.locale, Rooms, { id: conference.id });
  const query = new URL(request.url).searchParams;
  return { conference, forums, equipment, venues: nodes(venues), wanted: query.get('forum'), done: DONE.find((task) => task === query.get('done')) };
}

const DONE = ['forum', 'session', 'room', 'equipment'] as const;

interface Result {
  readonly __typename: string;
  readonly message?: string;
  readonly warnings?: readonly { readonly message: string }[];
  readonly by?: { readonly title: Record<string, string>; readonly startsAt: string; readonly endsAt: string };
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const task = line(form, 'do') ?? '';
  const number = (name: string): number => Number(line(form, name) ?? Number.NaN);
  const ask = async (): Promise<Result> => {
    if (task === 'room') {
      let venueId = line(form, 'venueId');
      if (venueId === null) {
        const { result } = await api.ask(request, params.locale, AddVenue, { input: { conferenceId: line(form, 'conference') ?? '', name: bothLanguages(form, 'venue') ?? {} } });
        if (result.__typename !== 'Venue') return result;
        venueId = result.id;
      }
      return (await api.ask(request, params.locale, AddRoom, { input: { venueId, name: bothLanguages(form, 'name') ?? {}, capacity: number('roomCapacity') || 0, booths: number('booths') || 0 } })).result;
    }
    if (task === 'equipment') {
      return (await api.ask(request, params.locale, AddEquipment, { input: { conferenceId: line(form, 'conference') ?? '', name: bothLanguages(form, 'name') ?? {}, quantity: number('quantity') || 1, roomId: line(form, 'roomId') } })).result;
    }
    if (task === 'session') {
      const missing = (['forumId', 'startsAt', 'endsAt'] as const).filter((name) => line(form, name) === null);
      const { t } = textsFor(params.locale);
      if (missing.length > 0) return { __typename: 'InvalidInput', message: t('web.form.problems'), problems: missing.map((path) => ({ path, message: t('problem.required') })) };
      return (await api.ask(request, params.locale, Schedule, {
        input: { forumId: line(form, 'forumId') ?? '', title: bothLanguages(form, 'sessionTitle'), roomId: line(form, 'roomId'), startsAt: line(form, 'startsAt') ?? '', endsAt: line(form, 'endsAt') ?? '' },
      })).result;
    }
    const openDoors = form.get('admission') === 'OPEN_DOORS';
    const kind = form.get('kind');
    return (await api.ask(request, params.locale, AddForum, {
      input: {
        conferenceId: line(form, 'conference') ?? '', slug: line(form, 'slug') ?? '', title: bothLanguages(form, 'title') ?? {}, description: bothLanguages(form, 'description'),
        kind: kind === 'PLENARY' || kind === 'ROUNDTABLE' || kind === 'CEREMONY' ? kind : 'THEMATIC', admission: openDoors ? 'OPEN_DOORS' : 'SIGN_UP',
        capacity: openDoors || line(form, 'capacity') === null ? null : number('capacity'), offerMinutes: 720,
      },
    })).result;
  };
  const result = await ask();
  if (result.message === undefined) {
    const warnings = (result.warnings ?? []).map((warning) => warning.message);
    if (warnings.length === 0) return redirect(`${new URL(request.url).pathname}?done=${task}`);
    return data({ task, warnings, by: undefined, answer: undefined });
  }
  return data({ task, warnings: [], by: result.by, answer: { message: result.message, problems: result.problems ?? [], values: typedIn(form) } }, { status: 422 });
}

export default function ForumsDesk({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { conference, forums, equipment, venues, wanted, done } = loaderData;
  const answer = (task: string) => (actionData?.task === task ? actionData.answer : undefined);
  const at = (time: string): string => `${conference.startsOn}T${time}`;
  return (
    <ProgrammeFrame locale={params.locale} slug={params.slug} conference={conference} here="forums">
      {done !== undefined && actionData === undefined && <p className="note good">{t(`console.done.${done}`)}</p>}
      {actionData !== undefined && actionData.warnings.length > 0 && (
        <div className="note wait" role="status"><p>{t('console.done.session')} {t('console.warnings')}:</p><ul>{actionData.warnings.map((message) => <li key={message}>{message}</li>)}</ul></div>
      )}
      {forums.length === 0 && <p className="empty">{t('console.forums.empty')}</p>}
      <ul className="cards">
        {forums.map((forum) => (
          <li key={forum.id} className="card">
            <p className="eyebrow">{t(`state.forum.${forum.kind}`)}</p>
            <h2><a href={`/${params.locale}/console/conferences/${params.slug}/forums/${forum.slug}`}>{own(forum.title)}</a></h2>
            <p><a href={`/${params.locale}/conferences/${params.slug}/programme/${forum.slug}`} aria-label={`${t('console.see-public')}: ${own(forum.title)}`}>{t('console.see-public')}</a></p>
            {forum.places?.size != null && <p className="quiet">{t('console.places.line', { taken: forum.places.taken, size: forum.places.size, waiting: forum.places.waiting })}</p>}
            {forum.sessions.length === 0 && <p className="quiet">{t('console.sessions.none')}</p>}
            <ul className="bare runs">{forum.sessions.map((session) => <li key={session.id}><a href={`/${params.locale}/console/conferences/${params.slug}/programme/sessions/${session.id}`}>{span(session.startsAt, session.endsAt, conference.timeZone)}</a> <span className="quiet">{own(session.title) !== own(forum.title) && <>{own(session.title)} · </>}{session.room !== null && own(session.room.name)}</span></li>)}</ul>
          </li>
        ))}
      </ul>
      <details open={answer('forum') !== undefined || forums.length === 0}>
        <summary>{t('console.forums.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('forum')} />
          <input type="hidden" name="conference" value={conference.id} />
          <LanguagesField name="title" label={t('console.field.title')} locales={conference.locales} answer={answer('forum')} required />
          <TextField name="slug" label={t('console.field.slug')} hint={t('console.field.slug-hint-part', { example: 'smart-ports' })} answer={answer('forum')} required ltr />
          <SelectField name="kind" label={t('console.forums.kind')} value="THEMATIC" choices={(['PLENARY', 'THEMATIC', 'ROUNDTABLE', 'CEREMONY'] as const).map((kind) => ({ value: kind, label: t(`state.forum.${kind}`) }))} answer={answer('forum')} required />
          <LanguagesField name="description" locales={conference.locales} label={t('console.field.description')} answer={answer('forum')} lines={3} />
          <ChoiceField name="admission" label={t('console.forums.admission')} required values={['SIGN_UP']} choices={[{ value: 'SIGN_UP', label: t('console.forums.sign-up') }, { value: 'OPEN_DOORS', label: t('web.programme.open-doors') }]} answer={answer('forum')} />
          <TextField name="capacity" type="number" label={t('console.places.size')} hint={t('console.forums.capacity-hint')} answer={answer('forum')} />
          <button type="submit" name="do" value="forum">{t('console.forums.add')}</button>
        </form>
      </details>
      <VenueList venues={venues} equipment={equipment} />
      {forums.length > 0 && <details open={answer('session') !== undefined || wanted !== null} id="session">
        <summary>{t('console.sessions.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('session')} />
          {actionData?.by !== undefined && <p className="note bad">{t('console.sessions.taken', { title: own(actionData.by.title), times: span(actionData.by.startsAt, actionData.by.endsAt, conference.timeZone) })}</p>}
          <SelectField name="forumId" label={t('console.sessions.forum')} choices={forums.map((forum) => ({ value: forum.id, label: own(forum.title) }))} value={wanted} answer={answer('session')} required />
          <LanguagesField name="sessionTitle" locales={conference.locales} label={t('console.sessions.title')} answer={answer('session')} />
          <RoomField venues={venues} value={undefined} answer={answer('session')} />
          <TextField name="startsAt" type="datetime-local" label={t('console.sessions.starts')} hint={conference.timeZone} value={at('09:00')} answer={answer('session')} required ltr />
          <TextField name="endsAt" type="datetime-local" label={t('console.sessions.ends')} value={at('10:00')} answer={answer('session')} required ltr />
          <button type="submit" name="do" value="session">{t('console.sessions.add')}</button>
        </form>
      </details>}
      <details open={answer('room') !== undefined}>
        <summary>{t('console.rooms.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('room')} />
          <input type="hidden" name="conference" value={conference.id} />
          <SelectField name="venueId" label={t('console.rooms.venue')} hint={t('console.rooms.venue-hint')} choices={venues.map((venue) => ({ value: venue.id, label: own(venue.name) }))} answer={answer('room')} />
          <LanguagesField name="venue" locales={conference.locales} label={t('console.rooms.new-venue')} answer={answer('room')} />
          <LanguagesField name="name" locales={conference.locales} label={t('console.rooms.name')} answer={answer('room')} required />
          <TextField name="roomCapacity" type="number" label={t('console.rooms.capacity')} answer={answer('room')} required />
          <TextField name="booths" type="number" label={t('console.programme.booths')} answer={answer('room')} />
          <button type="submit" name="do" value="room">{t('console.rooms.add')}</button>
        </form>
      </details>
      <details open={answer('equipment') !== undefined}>
        <summary>{t('console.programme.equipment-add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('equipment')} />
          <input type="hidden" name="conference" value={conference.id} />
          <LanguagesField name="name" label={t('console.programme.equipment-name')} locales={conference.locales} answer={answer('equipment')} required />
          <TextField name="quantity" type="number" label={t('console.programme.equipment-quantity')} value="1" answer={answer('equipment')} required />
          <RoomField venues={venues} value={undefined} answer={answer('equipment')} label={t('console.programme.equipment-room')} none={t('console.programme.equipment-movable')} />
          <button type="submit" name="do" value="equipment">{t('console.programme.equipment-add')}</button>
        </form>
      </details>
    </ProgrammeFrame>
  );
}
