import { isLocale } from '#i18n';
import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';
import { phoneNumber } from '#people';
import countries from 'i18n-iso-countries';
import { NO_DETAILS } from './contact-details.js';
import type { ContactDetails, TextPart } from './contact-details.js';
import { addressIn } from './normalise/address.js';
import { tagsOf } from './normalise/normalise-row.js';

/** What someone typed about a contact; absent parts stay as they were, null or an empty text empties one. */
export type DetailsInput = { readonly [Part in TextPart]?: string | null | undefined } & { readonly tags?: readonly string[] | null | undefined };

const LONGEST = 200;
const LINES = ['nativeName', 'latinName', 'salutation', 'organisation', 'title'] as const;

/** The details as they are kept, or what is wrong with them, part by part. */
export function checkDetails(input: DetailsInput, known: ContactDetails = NO_DETAILS): ContactDetails | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const said = (part: TextPart): string | null | undefined => {
    const typed = input[part];
    return typed === undefined ? undefined : typed === null || tidy(typed) === '' ? null : tidy(typed);
  };
  const part = (name: TextPart, read: (text: string) => string | undefined, code: string): string | null => {
    const text = said(name);
    if (text === undefined || text === null) return text === undefined ? known[name] : null;
    const found = read(text);
    if (found === undefined) problems.push({ path: name, code });
    return found ?? null;
  };
  const line = (text: string): string | undefined => (text.length <= LONGEST && !hasForbiddenCharacters(text) ? text : undefined);
  const lines = Object.fromEntries(LINES.map((name) => [name, part(name, line, 'forbidden-characters')])) as Pick<ContactDetails, (typeof LINES)[number]>;
  const address = part('address', (text) => { const found = addressIn(text); return typeof found === 'string' ? undefined : found.address; }, 'email.malformed');
  const country = part('country', (text) => (countries.isValid(text) && /^[A-Z]{2}$/.test(text) ? text : undefined), 'country.unknown');
  const locale = part('locale', (text) => (isLocale(text) ? text : undefined), 'locale-unknown');
  const phone = part('phone', (text) => phoneNumber(text, country), 'phone.malformed');
  if (address === null && lines.nativeName === null && lines.latinName === null && problems.length === 0) problems.push({ path: 'address', code: 'contact.nobody' });
  if (problems.length > 0) return problems;
  return { ...lines, address, country, locale, phone, tags: input.tags == null ? known.tags : tagsOf(input.tags), extra: known.extra };
}
