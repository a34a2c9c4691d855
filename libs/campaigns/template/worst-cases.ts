import type { Conference } from '#conferences';
import type { ContactId, RegistrationId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import type { AudienceDesk } from '../audience/audience-desk.js';
import { toBeWritten } from '../audience/audience-filter.js';
import type { AudienceFilter } from '../audience/audience-filter.js';
import { localeSql } from '../audience/likely-locale.js';
import type { ReaderProps } from '../sending/reader-values.js';
import { versionFor } from './compiled-template.js';
import type { Placeholder } from './placeholders.js';

/** Why a reader is shown in a preview, worst first. */
export const PREVIEW_REASONS = ['LONGEST_NAME', 'MISSING_FIELD', 'RIGHT_TO_LEFT', 'FALLBACK_LANGUAGE', 'LANGUAGE', 'SAMPLE'] as const;
export type PreviewReason = (typeof PREVIEW_REASONS)[number];

/** A reader on whom a letter is tried. */
export interface PreviewReader {
  readonly reason: PreviewReason;
  /** The contact or registration that is read from; null for a made-up one. */
  readonly id: ContactId | RegistrationId | null;
  readonly name: string;
  readonly locale: string;
  readonly props: ReaderProps;
}

interface Found extends Omit<ReaderProps, 'invitation' | 'registration'> {
  readonly id: ContactId | RegistrationId;
  readonly locale: string;
  readonly registrationId: RegistrationId | null;
  readonly code: string | null;
}

/** Columns whose absence shows in a letter, by the placeholder that reads them. */
const COLUMN_OF: Readonly<Partial<Record<Placeholder, string>>> = {
  'contact.organisation': 'organisation', 'contact.salutation': 'salutation', 'contact.formal_name': 'salutation', 'contact.title': 'title', 'contact.country': 'country',
  'contact.native_name': 'native_name', 'contact.latin_name': 'latin_name', 'contact.name': 'coalesce(native_name, latin_name)',
};

/** A made-up reader, where a series has no contact yet. */
export const SAMPLE_READER: PreviewReader = {
  reason: 'SAMPLE', id: null, name: 'Adaeze Nwachukwu', locale: 'en',
  props: {
    native: null, latin: 'Adaeze Nwachukwu', salutation: 'Dr', title: 'President', organisation: 'Lagos Chamber of Commerce', country: 'NG', address: 'adaeze@example.org', invitation: null,
  },
};

/** The readers of an audience on whom a template is most likely to look wrong, and one for each of its languages. */
export async function worstCases(
  em: EntityManager, desk: AudienceDesk, conference: Conference, filter: AudienceFilter, template: { readonly locales: readonly string[]; readonly fallbacks: readonly string[]; readonly uses: ReadonlySet<Placeholder> },
): Promise<readonly PreviewReader[]> {
  const find = async (condition: (value: (given: unknown) => string) => string, order: string): Promise<Found | undefined> => {
    const parameters: unknown[] = [];
    const audience = await desk.sql(em, conference, filter, parameters);
    const locale = localeSql(conference, parameters);
    const [row] = await rowsOf<Found>(em, `
      SELECT * FROM (SELECT contact.id, contact.native_name AS native, contact.latin_name AS latin, contact.native_name, contact.latin_name, contact.salutation, contact.title, contact.organisation,
        contact.country, contact.address, ${audience.registrationId} AS "registrationId", ${audience.registrationCode} AS code, ${locale} AS locale FROM ${audience.from} WHERE ${toBeWritten(audience)}) found
      WHERE ${condition((given) => `$${parameters.push(given)}`)} ORDER BY ${order}, id LIMIT 1`, parameters);
    return row;
  };
  const missing = [...new Set([...template.uses].flatMap((name) => COLUMN_OF[name] ?? []))].map((column) => `(${column} IS NULL)::int`);
  const languages = template.locales.map((tag) => tag.split('-')[0] ?? tag);
  const found: (readonly [PreviewReason, Found | undefined])[] = [
    ['LONGEST_NAME', await find(() => 'true', "greatest(char_length(coalesce(native, '')), char_length(coalesce(latin, ''))) DESC")],
    ['MISSING_FIELD', missing.length === 0 ? undefined : await find(() => `${missing.join(' + ')} > 0`, `${missing.join(' + ')} DESC`)],
    ['RIGHT_TO_LEFT', await find(() => "native ~ '[\\u0590-\\u08ff]'", 'char_length(native) DESC')],
    ['FALLBACK_LANGUAGE', await find((value) => `NOT (split_part(locale, '-', 1) = ANY(${value(languages)}::text[]))`, 'locale')],
  ];
  for (const tag of template.locales) {
    const ordinary = await find((value) => `split_part(locale, '-', 1) = split_part(${value(tag)}, '-', 1)`, "(organisation IS NULL), char_length(coalesce(native, latin, ''))");
    if (ordinary !== undefined && versionFor(template.locales, template.fallbacks, ordinary.locale) === tag) found.push(['LANGUAGE', ordinary]);
  }
  const readers = found.flatMap(([reason, one]) => (one === undefined ? [] : [readerOf(reason, one)]));
  const seen = new Set<string>();
  const distinct = readers.filter(({ id }) => id !== null && !seen.has(id) && seen.add(id));
  return distinct.length === 0 ? [SAMPLE_READER] : distinct;
}

export function readerOf(reason: PreviewReason, { id, locale, native, latin, salutation, title, organisation, country, address, registrationId, code }: Found): PreviewReader {
  const registration = registrationId === null ? null : { id: registrationId, code: code ?? '' };
  return { reason, id, name: native ?? latin ?? address, locale, props: { native, latin, salutation, title, organisation, country, address, invitation: null, registration } };
}
