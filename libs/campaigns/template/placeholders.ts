/** What a template may say of its reader, the conference, the invitation and the registration, in the order in which editors are offered it. */
export const PLACEHOLDERS = [
  'contact.formal_name', 'contact.name', 'contact.native_name', 'contact.latin_name', 'contact.salutation', 'contact.title', 'contact.organisation',
  'contact.country', 'contact.address',
  'conference.title', 'conference.dates', 'conference.starts_on', 'conference.ends_on', 'conference.city', 'conference.country', 'conference.place', 'conference.link',
  'invitation.link', 'invitation.expires_on', 'invitation.category', 'invitation.places', 'invitation.sponsor',
  'registration.code', 'registration.link',
  'reply.deadline',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Those whose value is an address, which alone may stand where a link leads to. */
export const LINKS: readonly Placeholder[] = ['conference.link', 'invitation.link', 'registration.link'];

/** Those that only a letter with an invitation has. */
export const OF_INVITATIONS: readonly Placeholder[] = PLACEHOLDERS.filter((name) => name.startsWith('invitation.'));

const known: ReadonlySet<string> = new Set(PLACEHOLDERS);

export function isPlaceholder(name: string): name is Placeholder {
  return known.has(name);
}

/** A value for each placeholder; one that is not known of a reader is empty. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** The values as templates see them: `contact.name` is the property `name` of `contact`. */
export type Scope = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function scopeOf(values: PlaceholderValues): Scope {
  const scope: Record<string, Record<string, string>> = {};
  for (const name of PLACEHOLDERS) {
    const [group = '', property = ''] = name.split('.');
    (scope[group] ??= {})[property] = values[name];
  }
  return scope;
}
