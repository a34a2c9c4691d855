import { ConferenceNav } from '../conference-nav.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The conference that a page of campaigns is about. */
export const CampaignsConference = graphql(`
  query CampaignsConference($slug: String!) {
    conference(slug: $slug) { id slug title timeZone locales categories { id key title } series { conferences(first: 50) { edges { node { id title slug categories { key title } } } } } }
  }
`);

const PARTS = ['campaigns', 'templates', 'audiences', 'numbers'] as const;
export type CampaignsPart = (typeof PARTS)[number];

export function baseOf(params: { readonly locale: string; readonly slug: string }): string {
  return `/${params.locale}/console/conferences/${params.slug}/campaigns`;
}

interface FrameProps {
  readonly params: { readonly locale: string; readonly slug: string };
  readonly title: string;
  readonly conference: { readonly title: Record<string, string> };
  readonly here: CampaignsPart;
  readonly children: React.ReactNode;
}

/** What all pages of campaigns share: the rooms of the conference, and the parts of this one. */
export function CampaignsFrame({ params, title, conference, here, children }: FrameProps): React.ReactElement {
  const { t, own } = useTexts();
  const base = baseOf(params);
  return (
    <>
      <h1>{title}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="campaigns" />
      <nav aria-label={t('console.campaigns.parts')}>
        <ul className="jumps parts">
          {PARTS.map((part) => <li key={part}><a href={part === 'campaigns' ? base : `${base}/${part}`} aria-current={part === here ? 'page' : undefined}>{t(`console.campaigns.part.${part}`)}</a></li>)}
        </ul>
      </nav>
      {children}
    </>
  );
}
