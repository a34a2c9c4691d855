import type { Route } from './+types/unsubscribe.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  return { isDone: query.has('done'), isUnknown: query.has('unknown') };
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('mail.unsubscribe.title') }, { name: 'robots', content: 'noindex' }, { name: 'referrer', content: 'no-referrer' }];

/** Opening the letter's link changes nothing: a button does, by the address that mailbox providers post to as well. */
export default function UnsubscribePage({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="narrow">
      <h1>{t('mail.unsubscribe.title')}</h1>
      {loaderData.isDone && <p className="note good" role="status">{t('mail.unsubscribe.done')}</p>}
      {loaderData.isUnknown && <p className="note bad" role="alert">{t('mail.unsubscribe.unknown')}</p>}
      {!loaderData.isDone && !loaderData.isUnknown && (
        <>
          <p className="lead">{t('mail.unsubscribe.lead')}</p>
          <form method="post" action={`/unsubscribe/${params.token}`}><button type="submit">{t('mail.unsubscribe.button')}</button></form>
        </>
      )}
    </main>
  );
}
