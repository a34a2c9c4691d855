import type { Route } from './+types/sender-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Tone } from '../../registration/state-chip.js';
import { ConferenceNav } from '../conference-nav.js';
import { MailTabs } from './mail-tabs.js';

const ConferenceOf = graphql(`query SenderConference($slug: String!) { conference(slug: $slug) { id title } }`);
const Checks = graphql(`query SenderChecks($id: ID!) { senderChecks(conferenceId: $id) { kind state name found } }`);
type State = ReturnType<typeof graphql.scalar<'SenderCheckState'>>;
const TONES: Readonly<Record<State, Tone>> = { GOOD: 'good', MISSING: 'bad', WRONG: 'bad', UNKNOWN: 'wait', UNSET: 'plain' };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { senderChecks } = await api.ask(request, params.locale, Checks, { id: conference.id });
  return { conference, senderChecks };
}

/** Whether mailbox providers find in the DNS what they ask of a sender. */
export default function SenderRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own } = useTexts();
  const { conference, senderChecks } = loaderData;
  return (
    <>
      <h1>{t('console.room.letters')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="letters" />
      <MailTabs locale={params.locale} slug={params.slug} here="sender" />
      <p className="lead">{t('console.mail.sender-lead')}</p>
      <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.mail.sender')}>
        <table>
          <thead><tr><th>{t('console.mail.check')}</th><th>{t('console.field.state')}</th><th>{t('console.mail.record')}</th></tr></thead>
          <tbody>
            {senderChecks.map(({ kind, state, name, found }) => (
              <tr key={kind}>
                <td>{t(`console.mail.check.${kind}`)}</td>
                <td data-label={t('console.field.state')}><span className={`chip ${TONES[state]}`}>{t(`console.mail.state.${state}`)}</span><div className="quiet">{t(`console.mail.means.${state}`)}</div></td>
                <td data-label={t('console.mail.record')}><code className="ltr">{name}</code>{found !== null && <div className="quiet ltr">{found}</div>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
