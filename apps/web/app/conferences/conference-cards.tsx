import { useTexts } from '../i18n/use-texts.js';

type LocalizedText = Record<string, string>;

interface CardConference {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly theme: LocalizedText | null;
  readonly city: LocalizedText;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'DRAFT' | 'PUBLISHED' | 'OPEN' | 'CLOSED' | 'ARCHIVED';
}

/** Conferences as cards that lead to their pages. */
export function ConferenceCards({ conferences }: { readonly conferences: readonly CardConference[] }): React.ReactElement {
  const { t, own, days, locale } = useTexts();
  return (
    <ul className="cards">
      {conferences.map((conference) => (
        <li key={conference.id} className="card">
          <p className="eyebrow">{days(conference.startsOn, conference.endsOn)} · {own(conference.city)}</p>
          <h2><a href={`/${locale}/conferences/${conference.slug}`}>{own(conference.title)}</a></h2>
          {conference.theme !== null && <p className="quiet">{own(conference.theme)}</p>}
          <p><span className={conference.state === 'OPEN' ? 'chip good' : 'chip plain'}>{t(`state.conference.${conference.state}`)}</span></p>
        </li>
      ))}
    </ul>
  );
}
