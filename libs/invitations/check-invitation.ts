import type { Category, Conference } from '#conferences';
import { emailKey, parseEmail } from '#identity';
import { isId } from '#kernel';
import type { CategoryId, DelegationId, FieldProblem, ForumId, VisitId } from '#kernel';
import { lineOfText } from '#people';
import type { CountryTable } from '#people';
import type { NewInvitation } from './new-invitation.js';

/** Whom to invite, as typed. */
export interface InviteeInput {
  readonly email: string;
  readonly name: string;
  readonly nativeName?: string | null | undefined;
  readonly latinName?: string | null | undefined;
  readonly salutation?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  /** BCP 47; the conference's first language where absent. */
  readonly locale?: string | null | undefined;
  readonly country?: string | null | undefined;
}

/** To what. */
export interface RightInput {
  readonly categoryId?: CategoryId | null | undefined;
  readonly forumIds?: readonly ForumId[] | null | undefined;
  readonly visitIds?: readonly VisitId[] | null | undefined;
  readonly places?: number | null | undefined;
  readonly locked?: boolean | null | undefined;
  readonly expiresAt?: Date | null | undefined;
  readonly sponsor?: string | null | undefined;
}

export interface InvitationInput extends InviteeInput, RightInput {}

/** What is known when an invitation is checked. */
export interface Surroundings {
  readonly conference: Conference;
  readonly categories: readonly Category[];
  readonly countries: CountryTable;
  readonly now: Date;
}

export const MOST_PLACES = 500;
const MOST_PARTS = 50;

const LINES = ['name', 'nativeName', 'latinName', 'salutation', 'organisation', 'jobTitle'] as const;

/** An invitation as it is issued, or what is wrong with it, each under `path`. */
export function checkInvitation(input: InvitationInput, path: string, around: Surroundings, delegationId: DelegationId | null): NewInvitation | readonly FieldProblem[] {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const email = parseEmail(input.email);
  const lines = Object.fromEntries(LINES.map((field) => [field, lineOfText(input[field] ?? '')])) as Record<(typeof LINES)[number], string | null | undefined>;
  const country = input.country?.trim().toUpperCase() ?? '';
  const problems: FieldProblem[] = [
    ...(email === undefined ? [{ path: at('email'), code: 'email.malformed' }] : []),
    ...(lines.name === null ? [{ path: at('name'), code: 'required' }] : []),
    ...LINES.flatMap((field) => (lines[field] === undefined ? [{ path: at(field), code: 'malformed' }] : [])),
    ...(country !== '' && !around.countries.has(country) ? [{ path: at('country'), code: 'country.unknown' }] : []),
    ...(isLanguage(input.locale) ? [] : [{ path: at('locale'), code: 'locale-unknown' }]),
    ...rightProblems(input, path, around, delegationId),
  ];
  if (problems.length > 0 || email === undefined) return problems;
  const { conference } = around;
  return {
    conferenceId: conference.id, toAddress: email, toName: lines.name ?? '', nativeName: lines.nativeName, latinName: lines.latinName, salutation: lines.salutation,
    organisation: lines.organisation, jobTitle: lines.jobTitle, locale: input.locale ?? conference.locales[0] ?? 'en', country: country === '' ? null : country,
    delegationId, ...checkedRight(input),
  };
}

/** What is wrong with the right alone. */
export function rightProblems(input: RightInput, path: string, { categories, now }: Pick<Surroundings, 'categories' | 'now'>, delegationId: DelegationId | null): FieldProblem[] {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const { categoryId, places, expiresAt, sponsor } = input;
  return [
    ...(categoryId != null && !categories.some(({ id }) => id === categoryId) ? [{ path: at('category'), code: 'unknown' }] : []),
    ...(delegationId !== null && categoryId == null ? [{ path: at('category'), code: 'required' }] : []),
    ...(places != null && places < 1 ? [{ path: at('places'), code: 'too-small', data: { min: 1 } }] : []),
    ...(places != null && places > MOST_PLACES ? [{ path: at('places'), code: 'too-large', data: { max: MOST_PLACES } }] : []),
    ...(expiresAt != null && expiresAt <= now ? [{ path: at('expiresAt'), code: 'date-in-past' }] : []),
    ...(sponsor != null && lineOfText(sponsor) === undefined ? [{ path: at('sponsor'), code: 'malformed' }] : []),
    ...(['forumIds', 'visitIds'] as const).flatMap((field) => {
      const ids = input[field] ?? [];
      if (ids.length > MOST_PARTS) return [{ path: at(field), code: 'too-many', data: { max: MOST_PARTS } }];
      return ids.every(isId) ? [] : [{ path: at(field), code: 'unknown' }];
    }),
  ];
}

type CheckedRight = Pick<NewInvitation, 'categoryId' | 'forumIds' | 'visitIds' | 'places' | 'locked' | 'expiresAt' | 'sponsor'>;

function checkedRight({ categoryId, forumIds, visitIds, places, locked, expiresAt, sponsor }: RightInput): CheckedRight {
  return {
    categoryId: categoryId ?? null, forumIds: [...new Set(forumIds ?? [])], visitIds: [...new Set(visitIds ?? [])], places: places ?? 1, locked: locked ?? true,
    expiresAt: expiresAt ?? null, sponsor: sponsor == null ? null : lineOfText(sponsor) ?? null,
  };
}

/** The rows that name an address which another row before them names, too. */
export function repeated(emails: readonly string[]): readonly number[] {
  const keys = emails.map(emailKey);
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : []));
}

function isLanguage(tag: string | null | undefined): boolean {
  if (tag == null) return true;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
