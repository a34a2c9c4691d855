import { renderSVG } from 'uqr';
import { data, redirect } from 'react-router';
import type { Route } from './+types/status.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip, StateChip } from './state-chip.js';

const Status = graphql(`
  query Status($id: ID!) {
    registration(id: $id) {
      id code state allowedMoves isEditable email ticket positionInLine
      offer { id expiresAt isOpen }
      person { names { full fullLatin } }
      conference { slug title startsOn endsOn city timeZone documentsKeptDays }
      travelDocument { maskedNumber }
      answers { file { id name } }
      category { title asksTravelDocument form { questions { key } } }
      history { to at by reason }
      agenda { id kind title startsAt state }
      letters { id subject sentAt }
    }
  }
`);
type Registered = NonNullable<ResultOf<typeof Status>['registration']>;
const Withdraw = graphql(`
  mutation Withdraw($input: WithdrawRegistrationInput!) { result: withdrawRegistration(input: $input) { __typename ... on Registration { id } ... on Refusal { message } } }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { registration } = await context.get(apiContext).ask(request, params.locale, Status, { id: params.id });
  if (registration === null) throw new Response(null, { status: 404 });
  if (registration.state === 'DRAFT') throw redirect(`/${params.locale}/registrations/${registration.id}/names`);
  const url = new URL(request.url);
  return { registration, already: url.searchParams.has('already'), askedToWithdraw: url.searchParams.has('withdraw') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { result } = await context.get(apiContext).ask(request, params.locale, Withdraw, { input: { id: params.id, reason: line(form, 'reason') } });
  return result.__typename === 'Registration' ? redirect(`/${params.locale}/registrations/${params.id}`) : data({ message: result.message }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.status.title') }, { name: 'robots', content: 'noindex' }];

export default function StatusPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days, moment, brief, zone } = useTexts();
  const { registration } = loaderData;
  const { conference } = registration;
  const base = `/${params.locale}/registrations/${registration.id}`;
  const site = `/${params.locale}/conferences/${conference.slug}`;
  const { asksTravelDocument, form } = registration.category;
  const steps = (['names', 'contact', 'document', 'questions'] as const).filter((step) => (step === 'document' ? asksTravelDocument : step === 'questions' ? form.questions.length > 0 : true));
  return (
    <main id="main" className="narrow">
      <p className="eyebrow"><a href={site}>{own(conference.title)}</a> · {days(conference.startsOn, conference.endsOn)}</p>
      <h1><bdi>{registration.person.names.full}</bdi></h1>
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {loaderData.already && <p className="note">{t('web.status.already')}</p>}
      <p><StateChip state={registration.state} /> {own(registration.category.title)}</p>
      <p>{t(`web.status.next.${registration.state}`)}</p>
      {registration.positionInLine !== null && <p className="note wait">{t('web.line.position', { position: registration.positionInLine })}</p>}
      {registration.offer !== null && registration.offer.isOpen && (
        <p className="note wait"><a className="button" href={`/${params.locale}/offers/${registration.offer.id}`}>{t('web.offer.answer-until', { moment: moment(registration.offer.expiresAt, conference.timeZone) })}</a> {t('web.conference.time-zone', { zone: zone(conference.timeZone, registration.offer.expiresAt) })}</p>
      )}
      {registration.ticket !== null && (
        <div className="ticket">
          <div role="img" aria-label={t('web.ticket.qr')} dangerouslySetInnerHTML={{ __html: renderSVG(registration.ticket, { border: 2 }) }} />
          <div>
            <p className="code ltr">{registration.code}</p>
            <p><bdi>{registration.person.names.fullLatin}</bdi></p>
            <p className="quiet">{t('web.ticket.show')}</p>
          </div>
        </div>
      )}
      {registration.state === 'CONFIRMED' && (
        <>
          <p className="no-print"><a href={`/exports/confirmation?registrationId=${registration.id}&locale=${params.locale}`}>{t('web.status.confirmation')}</a> <span className="quiet">{t('web.status.confirmation-for')}</span></p>
          <h2>{t('web.tab.agenda')}</h2>
          {registration.agenda.length === 0
            ? <p className="quiet">{t('web.status.agenda-empty')} <a href={`${site}/programme`}>{t('web.tab.programme')}</a> · <a href={`${site}/visits`}>{t('web.tab.visits')}</a></p>
            : <><ul>{registration.agenda.map((item) => <li key={item.id}>{own(item.title)}{item.startsAt !== null && <span className="quiet"> · {brief(item.startsAt, conference.timeZone)}</span>} <AgendaChip state={item.state} /></li>)}</ul><p><a href={`${site}/agenda?registration=${registration.id}`}>{t('web.status.agenda')}</a></p></>}
        </>
      )}
      {registration.isEditable && (
        <div className="no-print"><h2>{t('web.status.edit')}</h2><ul>{steps.map((step) => <li key={step}><a href={`${base}/${step}`}>{t(`web.step.${step}`)}</a></li>)}</ul></div>
      )}
      <Held registration={registration} />
      <h2>{t('web.status.history')}</h2>
      <ol className="timeline">
        {registration.history.map((move) => <li key={`${move.at} ${move.to}`}><strong>{t(`state.registration.${move.to}`)}</strong> <span className="quiet">{brief(move.at, conference.timeZone)}</span>{move.reason !== null && <p className="quiet">{move.reason}</p>}</li>)}
      </ol>
      <p className="quiet">{t('web.conference.time-zone', { zone: zone(conference.timeZone, conference.startsOn) })}</p>
      {registration.letters.length > 0 && (
        <section className="no-print">
          <h2>{t('web.status.letters')}</h2>
          <ul className="bare runs">{registration.letters.map((letter) => <li key={letter.id}><bdi>{letter.subject}</bdi> <span className="quiet">{brief(letter.sentAt, conference.timeZone)}</span></li>)}</ul>
        </section>
      )}
      <p className="quiet">{t('web.status.letters-to')} <bdi className="ltr">{registration.email}</bdi></p>
      {registration.allowedMoves.includes('WITHDRAW') && (loaderData.askedToWithdraw ? (
        <form method="post" action={base} className="note bad" id="withdraw">
          <p>{t('web.status.withdraw-sure')}</p>
          <div className="row"><button className="danger" type="submit">{t('web.status.withdraw-yes')}</button><a href={base}>{t('web.status.withdraw-no')}</a></div>
        </form>
      ) : <p className="no-print"><a href={`${base}?withdraw=1#withdraw`}>{t('web.status.withdraw')}</a></p>)}
    </main>
  );
}

/** The documents of somebody that the house holds, and for how long; nothing where there are none, or they are erased. */
function Held({ registration: { travelDocument, answers, conference } }: { readonly registration: Pick<Registered, 'travelDocument' | 'answers' | 'conference'> }): React.ReactElement | null {
  const { t, list } = useTexts();
  const days = conference.documentsKeptDays;
  const files = answers.flatMap(({ file }) => file?.name ?? []);
  if (travelDocument === null && files.length === 0) return null;
  return (
    <section className="no-print">
      <h2>{t('web.status.held')}</h2>
      {travelDocument !== null && <p>{t('web.step.document')} <bdi className="ltr">{travelDocument.maskedNumber}</bdi><br /><span className="quiet">{t('web.document.retention', { days })}</span></p>}
      {files.length > 0 && <p><bdi>{list(files)}</bdi><br /><span className="quiet">{t('web.file.retention', { days })}</span></p>}
    </section>
  );
}
