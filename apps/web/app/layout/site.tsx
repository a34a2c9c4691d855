import { localeName } from '#i18n';
import { Outlet, redirect, useLocation, useMatches } from 'react-router';
import type { Route } from './+types/site.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { isSignedIn } from '../identity/signed-in.js';
import { isSiteLocale, localesFor, pathIn, staffPathFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const WhoAsks = graphql(`query WhoAsks { me { id email roles { role } } }`);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!isSiteLocale(params.locale)) {
    if (/^[a-z]{2,3}(-|$)/i.test(params.locale)) throw redirect(`/en${new URL(request.url).pathname.slice(params.locale.length + 1)}`);
    throw new Response(null, { status: 404 });
  }
  const { pathname, search } = new URL(request.url);
  const elsewhere = staffPathFor(params.locale, pathname);
  if (elsewhere !== undefined) throw redirect(elsewhere + search);
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
          <LanguageLinks locale={params.locale} path={pathname} search={search} />
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

/** The page's languages by their own names, those of the conference first; they unfold without a script. */
function LanguageLinks({ locale, path, search }: { readonly locale: string; readonly path: string; readonly search: string }): React.ReactElement {
  const { t } = useTexts();
  const matches = useMatches();
  const own = matches.map(({ loaderData }) => localesIn(loaderData)).find((locales) => locales !== undefined);
  const offered = localesFor(path, own);
  const here = offered.find((one) => one === locale);
  return (
    <details className="tongues">
      <summary aria-label={here === undefined ? t('web.languages') : t('web.language', { language: localeName(here) })}>{here === undefined ? t('web.languages') : localeName(here)}</summary>
      <ul>
        {offered.map((one) => (
          <li key={one}><a href={pathIn(one, path) + search} hrefLang={one} lang={one} aria-current={one === locale ? 'true' : undefined}><bdi>{localeName(one)}</bdi></a></li>
        ))}
      </ul>
    </details>
  );
}

// The data of the page below, where it is a conference's.
function localesIn(loaderData: unknown): readonly string[] | undefined {
  if (typeof loaderData !== 'object' || loaderData === null || !('conference' in loaderData)) return undefined;
  const { conference } = loaderData;
  if (typeof conference !== 'object' || conference === null || !('locales' in conference) || !Array.isArray(conference.locales)) return undefined;
  return conference.locales.filter((locale): locale is string => typeof locale === 'string');
}
