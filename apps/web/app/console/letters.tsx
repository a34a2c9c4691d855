import type { Route } from './+types/letters.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../i18n/use-texts.js';
import type { Tone } from '../registration/state-chip.js';
import { ConferenceNav } from './conference-nav.js';
import { MailTabs } from './mail/mail-tabs.js';
import { kindName, LETTER_KINDS, letterKind } from './letter-kinds.js';

const ConferenceOf = graphql(`query LettersConference($slug: String!) { conference(slug: $slug) { id title timeZone } }`);
const Letters = graphql(`
  query ConsoleLetters($id: ID!, $filter: MessageFilter, $after: String) {
    messages(conferenceId: $id, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id kind to locale state subject smtpAnswer createdAt sentAt registrationId } }
    }
    messageFigures(conferenceId: $id) { state count }
  }
`);
type MessageState = ReturnType<typeof graphql.scalar<'MessageState'>>;
const TONES: Readonly<Record<MessageState, Tone>> = { SENT: 'good', PENDING: 'plain', SENDING: 'plain', DEFERRED: 'wait', UNCLEAR: 'wait', FAILED: 'bad', CANCELLED: 'plain', BOUNCED: 'bad', SUPPRESSED: 'plain' };
const STATES = Object.keys(TONES) as MessageState[];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const to = query.get('to')?.trim() ?? '';
  const kind = letterKind(query.get('kind') ?? '');
  const state = STATES.find((one) => one === query.get('state'));
  const filter = { ...(to === '' ? {} : { to }), ...(kind === undefined ? {} : { kinds: [kind] }), ...(state === undefined ? {} : { states: [state] }) };
  const { messages, messageFigures } = await api.ask(request, params.locale, Letters, { id: conference.id, filter, after: query.get('after') });
  const figures = STATES.map((one) => ({ state: one, count: messageFigures.filter((figure) => figure.state === one).reduce((sum, figure) => sum + figure.count, 0) })).filter(({ count }) => count > 0);
  return { conference, messages, to, kind, state, figures };
}

export default function LettersDesk({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief, number, language } = useTexts();
  const { conference, messages, figures, to, kind, state } = loaderData;
  const here = `/${params.locale}/console/conferences/${params.slug}/letters`;
  const chosen = Object.entries({ to, kind, state }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const next = new URLSearchParams([...chosen, ['after', messages.pageInfo.endCursor ?? '']]);
  return (
    <>
      <h1>{t('console.room.letters')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="letters" />
      <MailTabs locale={params.locale} slug={params.slug} here="ledger" />
      {figures.length > 0 && <ul className="figures">{figures.map((figure) => <li key={figure.state}><a className={`chip ${TONES[figure.state]}`} href={`${here}?state=${figure.state}`}>{t(`state.message.${figure.state}`)} {number(figure.count)}</a></li>)}</ul>}
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="to">{t('console.letters.to')}</label><input id="to" name="to" type="search" defaultValue={to} dir="ltr" /></div>
        <div className="field">
          <label htmlFor="kind">{t('console.letters.kind')}</label>
          <select id="kind" name="kind" defaultValue={kind ?? ''}><option value="">{t('console.letters.all-kinds')}</option>{LETTER_KINDS.map((one) => <option key={one} value={one}>{t(`console.letter.${one}`)}</option>)}</select>
        </div>
        <div className="field">
          <label htmlFor="state">{t('console.field.state')}</label>
          <select id="state" name="state" defaultValue={state ?? ''}><option value="">{t('console.registrations.all-states')}</option>{STATES.map((one) => <option key={one} value={one}>{t(`state.message.${one}`)}</option>)}</select>
        </div>
        <button className="second" type="submit">{t('web.search')}</button>
        {chosen.length > 0 && <a className="button second" href={here}>{t('console.filter.clear')}</a>}
      </form>
      {messages.edges.length === 0 ? <p className="empty">{t(chosen.length > 0 ? 'console.letters.none-found' : 'console.letters.empty')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.room.letters')}>
          <table>
            <thead><tr><th>{t('console.letters.when')}</th><th>{t('console.letters.to')}</th><th>{t('console.letters.letter')}</th><th>{t('console.field.state')}</th></tr></thead>
            <tbody>
              {messages.edges.map(({ node }) => (
                <tr key={node.id}>
                  <td className="tight">{brief(node.createdAt, conference.timeZone)}</td>
                  <td data-label={t('console.letters.to')}>{node.registrationId === null ? <bdi className="ltr">{node.to}</bdi> : <a href={`/${params.locale}/console/conferences/${params.slug}/registrations/${node.registrationId}`}><bdi className="ltr">{node.to}</bdi></a>}</td>
                  <td data-label={t('console.letters.letter')}>{t(kindName(node.kind))} <span className="quiet">({language(node.locale)})</span>{node.subject !== null && <div className="quiet"><bdi>{node.subject}</bdi></div>}</td>
                  <td data-label={t('console.field.state')}><span className={`chip ${TONES[node.state]}`}>{t(`state.message.${node.state}`)}</span>{node.smtpAnswer !== null && node.state !== 'SENT' && <div className="quiet ltr">{node.smtpAnswer}</div>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {messages.pageInfo.hasNextPage && <p><a className="button second" href={`${here}?${next.toString()}`}>{t('console.next-page')}</a></p>}
    </>
  );
}
