import type { MetaDescriptor } from 'react-router';
import type { Texts } from '../i18n/texts.js';
import card from './card.png';
import type { ConferenceData } from './conference.js';

/** What takes place, in the words of schema.org/Event, for search engines and calendars. */
interface Occasion {
  readonly name: string;
  readonly description: string | null;
  readonly startDate: string;
  readonly endDate: string;
  readonly url: string;
  readonly place: string;
  readonly isCancelled?: boolean;
  readonly offers?: string | undefined;
}

/** An instant as its wall clock shows it, with the offset from UTC that schema.org asks for (ISO 8601). */
export function withOffset(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Texts for machines need no marks of direction. */
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** What the frame of a conference's pages knows of it. */
interface Framed {
  readonly conference: ConferenceData;
  readonly origin: string;
}

/** The same of a page that lists parts of the conference: its own name before the conference's, since a link is seen alone. */
export function partDescribed(texts: Texts, frame: Framed | undefined, part: string, path: string): MetaDescriptor[] {
  if (frame === undefined) return [{ title: part }];
  const { title, startsOn, endsOn, city, slug } = frame.conference;
  return [
    ...described(texts, frame, `${part} · ${texts.own(title)}`, `${texts.days(startsOn, endsOn)} · ${texts.own(city)}`, []),
    { property: 'og:url', content: `${frame.origin}/${texts.locale}/conferences/${slug}/${path}` },
  ];
}

/** A language with the country where most speak it, as Open Graph names them: zh_CN, ar_EG. */
function graphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

/** Title, what messengers show of a link (Open Graph), and what takes place (JSON-LD), of one page of a conference. */
export function described(texts: Texts, { conference, origin }: Framed, title: string, summary: string, occasions: readonly Occasion[]): MetaDescriptor[] {
  const image = `${origin}${card}`;
  const [first] = occasions;
  return [
    { title: bare(title) },
    { name: 'description', content: bare(summary) },
    { property: 'og:title', content: bare(title) },
    { property: 'og:description', content: bare(summary) },
    { property: 'og:type', content: 'website' },
    { property: 'og:image', content: image },
    { property: 'og:locale', content: graphLocale(texts.locale) },
    { property: 'og:site_name', content: bare(texts.own(conference.title)) },
    ...(first === undefined ? [] : [{ property: 'og:url', content: first.url.split('#')[0] ?? '' }]),
    ...occasions.map((occasion) => ({ 'script:ld+json': jsonLd(texts, conference, occasion, image) })),
  ];
}

function jsonLd({ own }: Texts, conference: ConferenceData, { name, description, place, isCancelled = false, offers, ...rest }: Occasion, image: string) {
  const organizers = conference.hosts.map((host) => ({ '@type': 'Organization', 'name': bare(own(host.name)), ...(host.website === null ? {} : { url: host.website }) }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    'name': bare(name),
    ...(description === null ? {} : { description: bare(description) }),
    ...rest,
    'image': [image],
    'inLanguage': [...conference.locales],
    'eventStatus': `https://schema.org/Event${isCancelled ? 'Cancelled' : 'Scheduled'}`,
    'eventAttendanceMode': 'https://schema.org/OfflineEventAttendanceMode',
    'location': { '@type': 'Place', 'name': bare(place), 'address': { '@type': 'PostalAddress', 'addressLocality': bare(own(conference.city)), 'addressCountry': conference.country } },
    ...(organizers.length === 0 ? {} : { organizer: organizers }),
    ...(offers === undefined ? {} : { offers: { '@type': 'Offer', 'url': offers, 'availability': 'https://schema.org/InStock' } }),
  };
}
