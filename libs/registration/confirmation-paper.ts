import type { Category, Conference, Host, HostRole } from '#conferences';
import { isPrintable } from '#documents';
import type { LetterOnPaper, PrintedPart } from '#documents';
import { direction, formatDays, formatInstant, formatList, t, writtenLocale } from '#i18n';
import { textFor } from '#kernel';
import { fullLatin } from '#people';
import type { PersonNames } from '#people';

/** What a confirmation says, and in which language its reader asked for letters. */
export interface Confirmation {
  readonly locale: string;
  readonly code: string;
  readonly names: PersonNames;
  readonly category: Pick<Category, 'title'>;
  readonly conference: Pick<Conference, 'title' | 'city' | 'startsOn' | 'endsOn' | 'timeZone' | 'locales'>;
  /** In the order in which protocol names them. */
  readonly hosts: readonly Pick<Host, 'role' | 'name'>[];
  readonly issuedAt: Date;
}

/** Who stands for the conference, the first of these that it has. */
const STANDING: readonly HostRole[] = ['HOST', 'CO_HOST', 'ORGANISER'];

/**
 * The confirmation as a letter on one page, for a visa office or an employer: in the delegate's language, and in English
 * below it for a desk that does not read that. It shows nothing of the travel document and nothing that lets anybody in.
 */
export function confirmationPaper(confirmation: Confirmation): LetterOnPaper {
  const { conference: { title, startsOn, endsOn, locales } } = confirmation;
  const locale = writtenLocale(confirmation.locale);
  const english: readonly PrintedPart[] = locale === 'en' ? [] : [
    { kind: 'rule' },
    { kind: 'language', locale: 'en', direction: 'ltr', parts: [{ kind: 'heading', text: t('en', 'paper.registration.title') }, ...partsIn('en', confirmation)] },
  ];
  return {
    letterhead: textFor(title, locale, locales), underHead: formatDays(locale, startsOn, endsOn), subject: t(locale, 'paper.registration.title'),
    parts: [...partsIn(locale, confirmation), ...english], locale, direction: direction(locale), isOnePage: true,
  };
}

function partsIn(locale: string, { code, names, category, conference, hosts, issuedAt }: Confirmation): readonly PrintedPart[] {
  const { title, city, startsOn, endsOn, timeZone, locales } = conference;
  const role = STANDING.find((one) => hosts.some((host) => host.role === one));
  const standing = hosts.filter((host) => host.role === role).map(({ name }) => textFor(name, locale, locales));
  return [
    { kind: 'text', text: t(locale, 'paper.registration.text', { conference: textFor(title, locale, locales) }) },
    {
      kind: 'facts',
      facts: [
        ...namesIn(locale, names),
        { label: t(locale, 'letter.registration.fact.category'), value: textFor(category.title, locale, locales) },
        { label: t(locale, 'letter.registration.fact.conference'), value: textFor(title, locale, locales) },
        { label: t(locale, 'letter.registration.fact.dates'), value: formatDays(locale, startsOn, endsOn) },
        { label: t(locale, 'letter.registration.fact.city'), value: textFor(city, locale, locales) },
        ...(role === undefined ? [] : [{ label: t(locale, `conference.host.${role}`), value: formatList(locale, standing) }]),
        { label: t(locale, 'letter.registration.fact.code'), value: code },
      ],
    },
    { kind: 'text', text: t(locale, 'paper.registration.issued', { date: formatInstant(locale, issuedAt, timeZone, 'date') }) },
    { kind: 'note', text: t(locale, 'paper.registration.note') },
  ];
}

/** A name that the fonts have no letters for would print as empty boxes; its Latin form stands in the passport. */
function namesIn(locale: string, names: PersonNames): readonly { readonly label: string; readonly value: string }[] {
  const latin = fullLatin(names);
  if (names.native === null || names.native === latin || !isPrintable(names.native)) return [{ label: t(locale, 'paper.registration.name'), value: latin }];
  return [{ label: t(locale, 'paper.registration.name'), value: names.native }, { label: t(locale, 'paper.registration.latin'), value: latin }];
}
