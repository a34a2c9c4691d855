import { localeName } from '#i18n';
import { Outlet, redirect, useLocation } from 'react-router';
import type { Route } from './+types/site.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { isSignedIn } from '../identity/signed-in.js';
import { isSiteLocale, pathIn, SITE_LOCALES } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const WhoAsks = graphql(`query WhoAsks { me { id email roles { role } } }`);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!isSiteLocale(params.locale)) {
    if (/^[a-z]{2,3}(-|$)/i.test(params.locale)) throw redirect(`/en${new URL(request.url).pathname.slice(params.locale.length + 1)}`);
    throw new Response(null, { status: 404 });
  }
  if (!isSignedIn(request)) return { me: null };
  const { me } = await context.get(apiContext).ask(request, params.locale, WhoAsks, {});
  return { me };
}

/** The frame of every page: name, languages, who is signed in. */
export default function Site({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  const isStaff = loaderData.me?.roles.some((grant) => grant.role !== 'HEAD_OF_DELEGATION') ?? false;
  return (
    <>
      <a className="skip" href="#main">{t('web.skip')}</a>
      <header className="masthead">
        <div className="wide">
          <a className="mark" href={`/${params.locale}`}>
            <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 13 16 4l13 9v2H3zM6 17h3v9H6zm8.5 0h3v9h-3zM23 17h3v9h-3zM4 28h24v-1H4z" /></svg>
            {t('web.name')}
          </a>
          {SITE_LOCALES.filter((locale) => locale !== params.locale).map((locale) => (
            <a key={locale} href={pathIn(locale, pathname) + search} hrefLang={locale} lang={locale}>{localeName(locale)}</a>
          ))}
          {isStaff && <a href={`/${params.locale}/console`}>{t('web.console')}</a>}
          {loaderData.me === null
            ? <a href={`/${params.locale}/sign-in?next=${encodeURIComponent(pathname)}`}>{t('web.sign-in')}</a>
            : <a href={`/${params.locale}/me`}>{t('web.me.short')}</a>}
        </div>
      </header>
      <Outlet />
      <footer className="foot"><div className="wide"><span>{t('web.footer')}</span></div></footer>
    </>
  );
}
