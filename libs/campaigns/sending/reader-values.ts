import { countryName, formatDay, formatDays } from '#i18n';
import { invitationLink } from '#invitations';
import type { MakesLinkTokens } from '#invitations';
import { textFor, wallDate } from '#kernel';
import type { CategoryId, InvitationId, RegistrationId } from '#kernel';
import type { FrozenCampaign } from '../campaign-plan.js';
import type { Placeholder, PlaceholderValues } from '../template/placeholders.js';

/** What a row of the ledger keeps of its reader: enough to write the letter again, and no secret. */
export interface ReaderProps {
  readonly native: string | null;
  readonly latin: string | null;
  readonly salutation: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
  readonly address: string;
  readonly invitation: {
    readonly id: InvitationId;
    readonly expiresAt: string | null;
    readonly categoryId: CategoryId | null;
    readonly places: number;
    readonly sponsor: string | null;
  } | null;
  /** The one that the letter is about; absent where it is written to contacts. */
  readonly registration?: { readonly id: RegistrationId; readonly code: string } | null;
}

type OfPlace = Extract<Placeholder, `conference.${string}` | 'reply.deadline'>;

export interface Letterhead {
  readonly frozen: Pick<FrozenCampaign, 'conference' | 'categories'>;
  readonly replyBy: string | null;
  readonly publicUrl: string;
  readonly tokens: MakesLinkTokens;
}

/** Puts names, dates and links into words, in the language of each letter. What all readers of a language share is worded once. */
export class ReaderValues {
  private readonly shared = new Map<string, Readonly<Record<OfPlace, string>>>();

  constructor(private readonly head: Letterhead) {}

  of(reader: ReaderProps, locale: string): PlaceholderValues {
    const { invitation, registration } = reader;
    const shared = this.sharedIn(locale);
    const name = nameIn(locale, reader);
    return {
      ...shared,
      'contact.name': name, 'contact.formal_name': formalName(locale, name, reader.salutation),
      'contact.native_name': reader.native ?? '', 'contact.latin_name': reader.latin ?? '', 'contact.salutation': reader.salutation ?? '', 'contact.title': reader.title ?? '',
      'contact.organisation': reader.organisation ?? '', 'contact.country': reader.country === null ? '' : countryName(locale, reader.country), 'contact.address': reader.address,
      // A letter without an invitation, such as a test, leads to the conference instead of nowhere.
      'invitation.link': invitation === null ? shared['conference.link'] : this.head.publicUrl + invitationLink(this.head.tokens, invitation.id, locale),
      'invitation.expires_on': invitation?.expiresAt == null ? '' : this.day(locale, invitation.expiresAt),
      'invitation.category': this.categoryIn(locale, invitation?.categoryId ?? null),
      'invitation.places': String(invitation?.places ?? 1), 'invitation.sponsor': invitation?.sponsor ?? '',
      'registration.code': registration?.code ?? '',
      'registration.link': registration == null ? shared['conference.link'] : `${this.head.publicUrl}/${locale}/registrations/${registration.id}`,
    };
  }

  private sharedIn(locale: string): Readonly<Record<OfPlace, string>> {
    const known = this.shared.get(locale);
    if (known !== undefined) return known;
    const { conference } = this.head.frozen;
    const city = textFor(conference.city, locale);
    const country = countryName(locale, conference.country);
    const made = {
      'conference.title': textFor(conference.title, locale), 'conference.dates': formatDays(locale, conference.startsOn, conference.endsOn),
      'conference.starts_on': formatDay(locale, conference.startsOn), 'conference.ends_on': formatDay(locale, conference.endsOn),
      'conference.city': city, 'conference.country': country, 'conference.place': placeIn(locale, city, country),
      'conference.link': `${this.head.publicUrl}/${locale}/conferences/${conference.slug}`,
      'reply.deadline': this.head.replyBy === null ? '' : this.day(locale, this.head.replyBy),
    };
    this.shared.set(locale, made);
    return made;
  }

  private categoryIn(locale: string, id: CategoryId | null): string {
    return id === null ? '' : textFor(this.head.frozen.categories[id] ?? {}, locale);
  }

  private day(locale: string, instant: string): string {
    return formatDay(locale, wallDate(new Date(instant), this.head.frozen.conference.timeZone));
  }
}

const SCRIPTS: Readonly<Record<string, RegExp>> = { zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, th: /\p{Script=Thai}/u };
const LATIN = /\p{Script=Latin}/u;

function suits(locale: string, text: string): boolean {
  return (SCRIPTS[locale.split('-')[0] ?? ''] ?? LATIN).test(text);
}

/** A name in the script that readers of the letter's language read, where it is known in it. */
function nameIn(locale: string, { native, latin }: Pick<ReaderProps, 'native' | 'latin'>): string {
  if (native !== null && suits(locale, native)) return native;
  return latin ?? native ?? '';
}

// 王小明先生, but Dr Adaeze Nwachukwu; a title in another script than the letter's is left out.
function formalName(locale: string, name: string, salutation: string | null): string {
  if (name === '' || salutation === null || !suits(locale, salutation)) return name;
  return locale.startsWith('zh') ? `${name}${salutation}` : `${salutation} ${name}`;
}

function placeIn(locale: string, city: string, country: string): string {
  if (city === '' || city === country) return country;
  return locale.startsWith('zh') ? `${country}${city}` : `${city}${locale.startsWith('ar') ? '،' : ','} ${country}`;
}
