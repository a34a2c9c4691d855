import { data, redirect } from 'react-router';
import type { Route } from './+types/my-agenda.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { useConference } from '../conferences/use-conference.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';
import { AgendaDayView } from './agenda-day.js';
import { knownZone, ZoneChoice } from './zone-choice.js';

const AgendaPage = graphql(`
  query AgendaPage($slug: String!, $registration: ID, $zone: String) {
    me { id }
    myRegistrations(conferenceSlug: $slug, first: 200) { edges { node { id person { names { full } } } } }
    myAgenda(conferenceSlug: $slug, registrationId: $registration) {
      calendarPath registration { id person { names { full } } }
      items { id title startsAt state positionInLine forum { slug } departure { visit { slug } } }
      heldTogether { cause one { title startsAt } other { title startsAt } }
      days(zone: $zone) {
        date
        entries {
          startsAt endsAt venueTime { startsAt endsAt } readerTime { startsAt endsAt } gapBefore { minutes travelMinutes isTooTight }
          item { id title place state positionInLine offer { id expiresAt } forum { slug } departure { id visit { slug } } }
        }
      }
    }
  }
`);
const Confirm = graphql(`mutation ConfirmHeld($input: CancelBookingInput!) { result: confirmBooking(input: $input) { __typename ... on Refusal { message } } }`);

export type AgendaDay = NonNullable<ResultOf<typeof AgendaPage>['myAgenda']>['days'][number];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const [registration, zone] = [query.get('registration'), knownZone(query.get('zone'))];
  return { ...await context.get(apiContext).ask(request, params.locale, AgendaPage, { slug: params.slug, registration, zone: zone ?? null }), registration, zone };
}

/** The one button of this page makes a held seat certain. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { result } = await context.get(apiContext).ask(request, params.locale, Confirm, { input: { registrationId: line(form, 'registration') ?? '', departureId: line(form, 'departure') ?? '' } });
  const { pathname, search } = new URL(request.url);
  return result.__typename === 'AgendaItem' ? redirect(pathname + search) : data({ message: result.message }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.tab.agenda') }];

export default function MyAgenda({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, zone: zoneName } = useTexts();
  const { timeZone, startsOn } = useConference();
  const { myAgenda: agenda, zone } = loaderData;
  const base = `/${params.locale}/conferences/${params.slug}`;
  if (agenda === null) {
    return (<><h1>{t('web.tab.agenda')}</h1><p className="empty">{t('web.agenda.none')} <a href={`${base}/register`}>{t('web.register')}</a></p></>);
  }
  const registrations = nodes(loaderData.myRegistrations);
  const unscheduled = agenda.items.filter(({ startsAt }) => startsAt === null);
  const noon = `${startsOn}T12:00:00Z`;
  return (
    <>
      <h1>{t('web.tab.agenda')}</h1>
      <p className="lead"><bdi>{agenda.registration.person.names.full}</bdi></p>
      {registrations.length > 1 && (
        <p className="row">{registrations.map((one) => <a key={one.id} href={`${base}/agenda?registration=${one.id}`} aria-current={one.id === agenda.registration.id ? 'true' : undefined}><bdi>{one.person.names.full}</bdi></a>)}</p>
      )}
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {agenda.heldTogether.map(({ cause, one, other }) => <p key={`${one.startsAt} ${other.startsAt} ${own(other.title)}`} className="note wait">{t(`day.together.${cause}`, { one: own(one.title), other: own(other.title) })}</p>)}
      {agenda.items.length === 0 && <p className="empty">{t('web.agenda.empty')} <a href={`${base}/programme`}>{t('web.tab.programme')}</a> · <a href={`${base}/visits`}>{t('web.tab.visits')}</a></p>}
      <p className="quiet">{t('web.programme.zone', { zone: zoneName(timeZone, noon) })}{zone !== undefined && zone !== timeZone && <> · {t('day.zone-both', { zone: zoneName(zone, noon) })}</>} · <a href={agenda.calendarPath}>{t('web.agenda.calendar')}</a></p>
      {agenda.days.map((day) => <AgendaDayView key={day.date} day={day} timeZone={timeZone} readerZone={zone} registrationId={agenda.registration.id} base={base} locale={params.locale} />)}
      {unscheduled.length > 0 && (
        <section>
          <h2>{t('web.agenda.unscheduled')}</h2>
          <ul className="bare runs">
            {unscheduled.map((item) => <li key={item.id}><a href={item.forum === null ? `${base}/visits/${item.departure?.visit.slug ?? ''}` : `${base}/programme/${item.forum.slug}`}>{own(item.title)}</a><AgendaChip state={item.state} /></li>)}
          </ul>
        </section>
      )}
      <ZoneChoice zone={zone} registration={loaderData.registration} />
    </>
  );
}
