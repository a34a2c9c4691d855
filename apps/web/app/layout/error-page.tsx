import type { MessageKey } from '#i18n';
import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router';
import { faultIdIn } from '../api/service-away.js';
import { useTexts } from '../i18n/use-texts.js';
import { Frame } from './frame.js';
import { isForeignFormIn } from './refused-request.js';
import type { loader } from './site.js';

/** What went wrong, said in the reader's language within the house's frame, with a way back. */
export function ErrorPage({ fault }: { readonly fault: unknown }): React.ReactElement {
  const { t, locale } = useTexts();
  const visitor = useRouteLoaderData<typeof loader>('layout/site')?.me;
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(fault) ? fault.status : 500;
  const faultId = isRouteErrorResponse(fault) ? faultIdIn(fault.data) : undefined;
  const [title, text] = isRouteErrorResponse(fault) && isForeignFormIn(fault.data) ? FOREIGN_FORM : (SAID[status] ?? AWAY);
  return (
    <Frame visitor={visitor}>
      <main id="main" className="narrow notice">
        <title>{t(title)}</title>
        <p className="eyebrow">{String(status)}</p>
        <h1>{t(title)}</h1>
        <p>{t(text)}</p>
        {faultId !== undefined && <p className="quiet">{t('web.error.fault-id', { id: faultId })}</p>}
        {status === 413 && <p><a className="button" href={`${pathname}${search}`}>{t('web.error.back')}</a></p>}
        <p><a className={status === 413 ? 'button second' : 'button'} href={`/${locale}`}>{t('web.error.home')}</a></p>
      </main>
    </Frame>
  );
}

type Said = readonly [title: MessageKey, text: MessageKey];

const AWAY: Said = ['web.error.away.title', 'web.error.away.text'];
const FOREIGN_FORM: Said = ['web.error.foreign-form.title', 'web.error.foreign-form'];
const SAID: Readonly<Partial<Record<number, Said>>> = {
  400: ['web.error.not-found.title', 'web.error.not-found.text'],
  401: ['web.error.not-allowed.title', 'web.error.not-allowed.text'],
  403: ['web.error.not-allowed.title', 'web.error.not-allowed.text'],
  404: ['web.error.not-found.title', 'web.error.not-found.text'],
  413: ['web.error.too-large.title', 'web.error.too-large'],
  429: ['web.error.too-many.title', 'web.error.too-many.text'],
};
