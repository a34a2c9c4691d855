import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';

const PARTS = ['draft', 'release', 'forums', 'import'] as const;
export type ProgrammePart = (typeof PARTS)[number];

interface FrameProps {
  readonly locale: string;
  readonly slug: string;
  readonly conference: { readonly title: Record<string, string> };
  readonly here: ProgrammePart;
  /** The page's own heading, where it is about one session. */
  readonly heading?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The programme's pages of the console: the draft, its releases, forums and rooms. */
export function ProgrammeFrame({ locale, slug, conference, here, heading, children }: FrameProps): React.ReactElement {
  const { t, own } = useTexts();
  const base = `/${locale}/console/conferences/${slug}`;
  const paths = { draft: `${base}/programme`, release: `${base}/programme/release`, forums: `${base}/forums`, import: `${base}/programme/import` };
  return (
    <>
      <h1>{heading ?? t('console.room.programme')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={locale} slug={slug} here="programme" />
      <nav aria-label={t('console.room.programme')}>
        <ul className="jumps parts">{PARTS.map((part) => <li key={part}><a href={paths[part]} aria-current={part === here ? 'page' : undefined}>{t(`console.programme.part.${part}`)}</a></li>)}</ul>
      </nav>
      {children}
    </>
  );
}
