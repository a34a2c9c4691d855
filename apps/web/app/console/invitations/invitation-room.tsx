import { data, redirect } from 'react-router';
import type { Route } from './+types/invitation-room.js';
import { apiContext } from '../../api/context.js';
import { typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { StateChip } from '../../registration/state-chip.js';
import { ConferenceNav } from '../conference-nav.js';
import { InvitationChip } from './invitation-chip.js';
import { deskFor, One } from './invitation-desk.js';
import { InvitationForms } from './invitation-forms.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { issuedInvitation } = await context.get(apiContext).ask(request, params.locale, One, { id: params.id });
  if (issuedInvitation === null) throw new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  // By hand means by another program: a path alone would lead nowhere there.
  const link = issuedInvitation.link === null ? null : new URL(issuedInvitation.link, context.get(apiContext).publicUrl).href;
  return { invitation: { ...issuedInvitation, link }, note: query.has('done') ? 'done' as const : query.has('already') ? 'already' as const : undefined };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const result = await deskFor(context.get(apiContext), request, params.locale)(params.id, form);
  if (result.__typename === 'Invitation') return redirect(`${new URL(request.url).pathname}?done`);
  return data({ message: result.message, problems: result.problems ?? [], values: typedIn(form) }, { status: 422 });
}

/** One invitation: what it gives, what happened to it, and what staff may do with it. */
export default function InvitationRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, moment, brief, country, language, list } = useTexts();
  const { invitation, note } = loaderData;
  const { conference } = invitation;
  const base = `/${params.locale}/console/conferences/${params.slug}`;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('console.invitations.email'), <bdi key="email" className="ltr">{invitation.toAddress}</bdi>],
    [t('console.invitations.native'), invitation.nativeName], [t('console.invitations.latin'), invitation.latinName], [t('console.invitations.organisation'), invitation.organisation],
    [t('console.invitations.job-title'), invitation.jobTitle], [t('console.invitations.country'), invitation.country === null ? null : country(invitation.country)], [t('console.invitations.locale'), language(invitation.locale)],
    [t('console.invitations.category'), invitation.category === null ? t('console.invitations.category.any') : own(invitation.category.title)],
    [t('console.invitations.delegation'), invitation.delegation === null ? null : <a key="delegation" href={`${base}/invitations/delegations/${invitation.delegation.id}`}>{own(invitation.delegation.name)}</a>],
    [t('console.invitations.places'), t('console.invitations.places.used', { used: invitation.used, places: invitation.places })],
    [t('console.invitations.asks'), invitation.askedPlaces === null ? null : t('console.invitations.places.asked', { places: invitation.askedPlaces })],
    [t('console.invitations.expires'), invitation.expiresAt === null ? null : moment(invitation.expiresAt, conference.timeZone)],
    [t('console.invitations.sponsor'), invitation.sponsor], [t('console.invitations.forums'), invitation.forums.length === 0 ? null : list(invitation.forums.map(({ title }) => own(title)))],
    [t('console.invitations.visits'), invitation.visits.length === 0 ? null : list(invitation.visits.map(({ title }) => own(title)))],
    [t('console.invitations.replaced-by'), invitation.replacedBy === null ? null : <a key="next" href={`${base}/invitations/${invitation.replacedBy}`}>{t('console.invitations.title')}</a>],
    [t('console.invitations.link'), invitation.link === null ? null : <code key="link" className="ltr">{invitation.link}</code>],
  ];
  return (
    <>
      <p className="eyebrow"><a href={`${base}/invitations`}>{t('console.invitations.title')}</a></p>
      <h1><bdi>{invitation.toName}</bdi></h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="invitations" />
      {note !== undefined && <p className={note === 'done' ? 'note good' : 'note wait'} role="status">{t(note === 'done' ? 'console.invitations.done' : 'console.invitations.there-already')}</p>}
      <p className="row"><InvitationChip state={invitation.state} /> {!invitation.isPersonal && <span className="chip plain">{t('console.invitations.locked.no')}</span>}</p>
      <dl className="pairs">{facts.filter(([, value]) => value !== null).map(([label, value]) => <div key={label} className="pair"><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      {invitation.registrations.length > 0 && (
        <><h2>{t('console.invitations.tied')}</h2><ul className="bare">{invitation.registrations.map((one) => <li key={one.id}><a href={`${base}/registrations/${one.id}`}><bdi>{one.person.names.full === '' ? one.code : one.person.names.full}</bdi></a> <StateChip state={one.state} /></li>)}</ul></>
      )}
      <h2>{t('console.invitations.history')}</h2>
      {invitation.history.length === 0 ? <p className="quiet">{t('console.invitations.history.none')}</p> : (
        <ol className="timeline">{invitation.history.map((line) => (
          <li key={`${line.at} ${line.deed}`}><span className="quiet">{brief(line.at, conference.timeZone)}</span> {t(`console.invitations.deed.${line.deed}`, { places: line.places ?? 0 })} <span className="quiet">{t(`console.invitations.way.${line.via}`)}</span>{line.reason !== null && <div><bdi>{line.reason}</bdi></div>}</li>
        ))}</ol>
      )}
      {invitation.link !== null && <InvitationForms invitation={invitation} answer={actionData} />}
    </>
  );
}
