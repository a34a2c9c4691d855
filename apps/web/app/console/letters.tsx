import type { Route } from './+types/letters.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceNav } from './conference-nav.js';

const ConferenceOf = graphql(`query LettersConference($slug: String!) { conference(slug: $slug) { id title timeZone } }`);
const Letters = graphql(`
  query ConsoleLetters($id: ID!, $filter: MessageFilter, $after: String) {
    messages(conferenceId: $id, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id kind to locale state subject smtpAnswer createdAt sentAt } }
    }
    messageFigures(conferenceId: $id) { state count }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const to = query.get('to')?.trim() ?? '';
  const { messages, messageFigures } = await api.ask(request, params.locale, Letters, { id: conference.id, filter: to === '' ? null : { to }, after: query.get('after') });
  const byState = Map.groupBy(messageFigures, (figure) => figure.state);
  return { conference, messages, to, figures: [...byState].map(([state, figures]) => ({ state, count: figures.reduce((sum, figure) => sum + figure.count, 0) })) };
}

const TONE: Readonly<Record<string, string>> = { SENT: 'good', PENDING: 'plain', SENDING: 'plain', DEFERRED: 'wait', UNCLEAR: 'wait', FAILED: 'bad', CANCELLED: 'plain' };

export default function LettersDesk({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, label, moment, number } = useTexts();
  const { conference, messages, figures, to } = loaderData;
  const here = `/${params.locale}/console/conferences/${params.slug}/letters`;
  return (
    <>
      <h1>{t('console.room.letters')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="letters" />
      <p className="row">{figures.map((figure) => <span key={figure.state} className={`chip ${TONE[figure.state] ?? 'plain'}`}>{label(`state.message.${figure.state}`)} {number(figure.count)}</span>)}</p>
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="to">{t('console.letters.to')}</label><input id="to" name="to" type="search" defaultValue={to} dir="ltr" /></div>
        <button className="second" type="submit">{t('web.search')}</button>
      </form>
      {messages.edges.length === 0 ? <p className="empty">{t('console.letters.empty')}</p> : (
        <div className="table" tabIndex={0} role="region" aria-label={t('console.room.letters')}>
          <table>
            <thead><tr><th>{t('console.letters.when')}</th><th>{t('console.letters.to')}</th><th>{t('console.letters.subject')}</th><th>{t('console.field.state')}</th></tr></thead>
            <tbody>
              {messages.edges.map(({ node }) => (
                <tr key={node.id}>
                  <td>{moment(node.createdAt, conference.timeZone)}</td>
                  <td><bdi className="ltr">{node.to}</bdi></td>
                  <td><bdi>{node.subject ?? label(`letter.${node.kind}.name`)}</bdi></td>
                  <td><span className={`chip ${TONE[node.state] ?? 'plain'}`}>{label(`state.message.${node.state}`)}</span>{node.smtpAnswer !== null && node.state !== 'SENT' && <div className="quiet ltr">{node.smtpAnswer}</div>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {messages.pageInfo.hasNextPage && <p><a className="button second" href={`${here}?after=${encodeURIComponent(messages.pageInfo.endCursor ?? '')}${to === '' ? '' : `&to=${encodeURIComponent(to)}`}`}>{t('console.next-page')}</a></p>}
    </>
  );
}
