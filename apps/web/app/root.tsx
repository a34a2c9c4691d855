import { Links, Meta, Outlet, useRouteError } from 'react-router';
import { useTexts } from './i18n/use-texts.js';
import type { Route } from './+types/root.js';
import { readersLocale } from './i18n/readers-locale.js';
import { ErrorPage } from './layout/error-page.js';
import { showRefused } from './layout/refused-request.js';
import stylesheet from './layout/styles.css?inline';

export const middleware = [showRefused];

/** The language that the browser asks for, for what is said at an address that names none. */
export function loader({ request }: Route.LoaderArgs) {
  return { locale: readersLocale(request) };
}

export function Layout({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const { locale, direction } = useTexts();
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M3 13 16 4l13 9v2H3zM6 17h3v9H6zm8.500 0h3v9h-3zM23 17h3v9h-3zM4 28h24v-1H4z' fill='%239b2c1f'/%3E%3C/svg%3E" />
        <Meta />
        <Links />
        <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root(): React.ReactElement {
  return <Outlet />;
}

export function ErrorBoundary(): React.ReactElement {
  return <ErrorPage fault={useRouteError()} />;
}
