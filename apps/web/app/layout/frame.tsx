import { localeName } from '#i18n';
import { useLocation, useMatches } from 'react-router';
import { localesFor, pathIn } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

/** Who asks, as far as the frame of a page needs to know; nobody signed in is null. */
export interface Visitor {
  readonly roles: readonly { readonly role: string }[];
}

/** The frame of every page: name, languages, who is signed in; where that is not known, nothing is said of it. */
export function Frame({ visitor, children }: { readonly visitor: Visitor | null | undefined; readonly children: React.ReactNode }): React.ReactElement {
  const { t, locale } = useTexts();
  const { pathname, search } = useLocation();
  const isStaff = visitor?.roles.some((grant) => grant.role !== 'HEAD_OF_DELEGATION') ?? false;
  return (
    <>
      <a className="skip" href="#main">{t('web.skip')}</a>
      <header className="masthead">
        <div className="wide">
          <a className="mark" href={`/${locale}`}>
            <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 13 16 4l13 9v2H3zM6 17h3v9H6zm8.5 0h3v9h-3zM23 17h3v9h-3zM4 28h24v-1H4z" /></svg>
            {t('web.name')}
          </a>
          <LanguageLinks locale={locale} path={pathname} search={search} />
          {isStaff && <a href={`/${locale}/console`}>{t('web.console')}</a>}
          {visitor === null && <a href={`/${locale}/sign-in?next=${encodeURIComponent(pathname)}`}>{t('web.sign-in')}</a>}
          {visitor != null && <a href={`/${locale}/me`}>{t('web.me.short')}</a>}
        </div>
      </header>
      {children}
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
