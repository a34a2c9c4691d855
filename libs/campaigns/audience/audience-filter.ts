import { contactsWhere } from '#contacts';
import { speakingStates } from '#invitations';
import type { CampaignId, ConferenceId, ContactListId, SeriesId } from '#kernel';
import { liveStates } from '#registration';
import { countriesOf } from './regions.js';
import type { Region } from './regions.js';

/** What somebody answered to an invitation; NONE where it was left open. */
export const EARLIER_ANSWERS = ['NONE', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
export type EarlierAnswer = (typeof EARLIER_ANSWERS)[number];

/** Whom an audience finds among the contacts of the series: all given parts must hold, each list by any of its members. */
export interface AudienceFilter {
  readonly listIds?: readonly ContactListId[];
  readonly regions?: readonly Region[];
  /** ISO 3166-1 alpha-2; a contact may be from one of them or of `regions`. */
  readonly countries?: readonly string[];
  /** BCP 47. */
  readonly locales?: readonly string[];
  readonly organisations?: readonly string[];
  readonly tags?: readonly string[];
  readonly search?: string;
  /** Were confirmed at one of these conferences, in one of these categories (any, where absent). */
  readonly came?: { readonly conferenceIds: readonly ConferenceId[]; readonly categoryKeys?: readonly string[] };
  /** Were invited to one of these conferences and gave one of these answers. */
  readonly answered?: { readonly conferenceIds: readonly ConferenceId[]; readonly answers: readonly EarlierAnswer[] };
  /** Whether those who hold an invitation to this conference are left out; true where absent. */
  readonly withoutInvited?: boolean;
  /** Whether those who registered for this conference are left out; true where absent. */
  readonly withoutRegistered?: boolean;
  /** Whether recipients of these campaigns are left out. */
  readonly withoutCampaigns?: readonly CampaignId[];
}

/** An audience as SQL over rows named `contact`: who is found, and by what each of them is left out. */
export interface AudienceSql {
  readonly where: string;
  readonly suppressed: string;
  readonly invited: string;
  readonly registered: string;
  readonly written: string;
}

/** The address of a registration as contacts' are compared. */
const EMAIL = 'lower(r.email)';

/** Its values are added to `parameters`. Suppressed addresses are always left out, others as the filter says. */
export function audienceSql(conference: { readonly id: ConferenceId; readonly seriesId: SeriesId }, filter: AudienceFilter, parameters: unknown[]): AudienceSql {
  const value = (given: unknown): string => `$${parameters.push(given)}`;
  const { regions, countries, came, answered } = filter;
  const from = regions === undefined && countries === undefined ? undefined : [...countries ?? [], ...countriesOf(regions ?? [])];
  const conditions = [contactsWhere(conference.seriesId, {
    listIds: filter.listIds, countries: from, locales: filter.locales, organisations: filter.organisations, tags: filter.tags, search: filter.search, hasAddress: true,
  }, parameters)];
  if (came !== undefined) {
    const kinds = came.categoryKeys === undefined ? '' : ` AND c.key = ANY(${value(came.categoryKeys)}::text[])`;
    const rows = (column: string): string => `SELECT ${column} FROM registration r JOIN category c ON c.id = r.category_id
      WHERE r.conference_id = ANY(${value(came.conferenceIds)}::uuid[]) AND r.state = 'CONFIRMED'${kinds}`;
    conditions.push(`(contact.address_key IN (${rows(EMAIL)}) OR contact.person_id IN (${rows('r.person_id')} AND r.person_id IS NOT NULL))`);
  }
  if (answered !== undefined) {
    const states = answered.answers.map((answer) => (answer === 'NONE' ? 'OPEN' : answer));
    conditions.push(`contact.address_key IN (SELECT i.address_key FROM invitation i WHERE i.conference_id = ANY(${value(answered.conferenceIds)}::uuid[]) AND (
      i.state = ANY(${value(states)}::text[])${answered.answers.includes('NONE') ? " OR (i.state = 'EXPIRED' AND i.answered_at IS NULL)" : ''}))`);
  }
  const here = value(conference.id);
  const unless = (leaveOut: boolean | undefined, sql: string): string => (leaveOut === false ? 'false' : sql);
  return {
    where: conditions.join(' AND '),
    suppressed: `EXISTS (SELECT 1 FROM suppression s WHERE s.address_key = contact.address_key AND (s.conference_id IS NULL OR s.conference_id = ${here}) AND s.lifted_at IS NULL)`,
    invited: unless(filter.withoutInvited, `EXISTS (SELECT 1 FROM invitation i WHERE i.conference_id = ${here} AND i.address_key = contact.address_key
      AND i.state IN (${speakingStates.map((state) => `'${state}'`).join(', ')}))`),
    registered: unless(filter.withoutRegistered, `(EXISTS (SELECT 1 FROM registration r WHERE r.conference_id = ${here} AND ${EMAIL} = contact.address_key AND ${LIVE})
      OR EXISTS (SELECT 1 FROM registration r WHERE r.conference_id = ${here} AND r.person_id = contact.person_id AND ${LIVE}))`),
    written: (filter.withoutCampaigns ?? []).length === 0 ? 'false'
      : `EXISTS (SELECT 1 FROM campaign_recipient w WHERE w.campaign_id = ANY(${value(filter.withoutCampaigns)}::uuid[]) AND w.address_key = contact.address_key)`,
  };
}

const LIVE = `r.state IN (${liveStates.map((state) => `'${state}'`).join(', ')})`;

/** Whom it writes to in the end. */
export function toBeWritten({ where, suppressed, invited, registered, written }: AudienceSql): string {
  return `${where} AND NOT ${suppressed} AND NOT ${invited} AND NOT ${registered} AND NOT ${written}`;
}
