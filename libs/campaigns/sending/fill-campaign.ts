import { Invitations } from '#invitations';
import type { Invitation, NewInvitation } from '#invitations';
import type { CampaignId, ConferenceId, ContactId, InvitationId, RegistrationId } from '#kernel';
import { Mailings } from '#mail';
import type { Recipient } from '#mail';
import { homeZone } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Campaign } from '../campaign.entity.js';
import type { CampaignPlan } from '../campaign-plan.js';
import { mailingOf, morningOf } from './launch.js';
import type { ReaderProps } from './reader-values.js';

interface Waiting {
  readonly addressKey: string;
  readonly contactId: ContactId | null;
  readonly address: string;
  readonly native: string | null;
  readonly latin: string | null;
  readonly salutation: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
  readonly locale: string;
  readonly registrationId: RegistrationId | null;
  readonly code: string | null;
}

/** Few enough for a short transaction, many enough that statements do not count. */
const CHUNK = 1_000;
const WAITING = `
  SELECT address_key AS "addressKey", contact_id AS "contactId", address, native_name AS native, latin_name AS latin, salutation, title, organisation, country, locale,
    registration_id AS "registrationId", (SELECT r.code FROM registration r WHERE r.id = registration_id) AS code
  FROM campaign_recipient WHERE campaign_id = $1 AND message_id IS NULL ORDER BY address_key LIMIT ${CHUNK} FOR UPDATE SKIP LOCKED`;
// A contact that goes while its invitation is written (an import undone) waits for this commit.
const KNOWN = 'SELECT id FROM contact WHERE id = ANY($1::uuid[]) FOR KEY SHARE';
const LEFT = 'SELECT 1 FROM campaign_recipient WHERE campaign_id = $1 AND message_id IS NULL LIMIT 1';
const WRITTEN = `
  UPDATE campaign_recipient p SET message_id = m.id, invitation_id = t.invitation_id
  FROM unnest($2::text[], $3::uuid[]) AS t(key, invitation_id)
  JOIN message m ON m.conference_id = $4 AND m.unique_key = 'mailing:' || $1::text || ':' || t.key
  WHERE p.campaign_id = $1::uuid AND p.address_key = t.key RETURNING 1`;

/**
 * Writes the recipients of a started campaign into the ledger: invitations, letters and the note that it is done by one
 * transaction a chunk. Killed between any two, it goes on with the next; run twice at once, no recipient is taken twice.
 */
@Injectable()
export class FillCampaign {
  constructor(private readonly work: UnitOfWork, private readonly invitations: Invitations, private readonly mailings: Mailings) {}

  async run(id: CampaignId): Promise<void> {
    while (await this.work.run((tx) => this.chunk(tx, id)));
  }

  /** One transaction's worth. @returns whether there may be more */
  async chunk(tx: Tx, id: CampaignId): Promise<boolean> {
    const campaign = await tx.em.findOneBy(Campaign, { id });
    if (campaign?.frozen == null) return false;
    const waiting = await tx.query<Waiting>(WAITING, [id]);
    if (waiting.length === 0) {
      const isDone = (await tx.query(LEFT, [id])).length === 0;
      if (isDone) await this.mailings.add(tx, mailingOf(id), [], { more: false });
      return false;
    }
    const invited = await this.invitationsOf(tx, campaign, waiting);
    const { timeZone } = campaign.frozen.conference;
    await this.mailings.add(tx, mailingOf(id), waiting.map((one, at) => recipient(one, invited[at], campaign.plan, timeZone)), { more: true });
    const written = await tx.query(WRITTEN, [id, waiting.map(({ addressKey }) => addressKey), invited.map((one) => one?.id ?? null), campaign.conferenceId]);
    if (written.length !== waiting.length) throw new Error(`of ${waiting.length} recipients the ledger took ${written.length}`);
    return true;
  }

  // Who has been invited before keeps that invitation; a reminder and news only look which one there is.
  private async invitationsOf(tx: Tx, { what, state, conferenceId, plan }: Campaign, waiting: readonly Waiting[]): Promise<readonly (Invitation | undefined)[]> {
    const terms = plan.invitation;
    if (what === 'INVITATION' && terms !== null && state !== 'CANCELLED') {
      const known = new Set((await tx.query<{ id: ContactId }>(KNOWN, [waiting.map(({ contactId }) => contactId)])).map(({ id }) => id));
      const ids = await this.invitations.issue(tx, waiting.map((one) => newInvitation(conferenceId, one, one.contactId !== null && known.has(one.contactId) ? one.contactId : null, terms)));
      const byId = new Map((await this.invitations.byIds(tx.em, ids)).map((one) => [one.id, one]));
      return ids.map((id: InvitationId) => byId.get(id));
    }
    const found = await this.invitations.ofAddresses(tx.em, conferenceId, waiting.map(({ address }) => address));
    const byKey = new Map(found.map((one) => [one.addressKey, one]));
    return waiting.map(({ addressKey }) => byKey.get(addressKey));
  }
}

function newInvitation(conferenceId: ConferenceId, one: Waiting, contactId: ContactId | null, terms: NonNullable<CampaignPlan['invitation']>): NewInvitation {
  return {
    conferenceId, contactId, toAddress: one.address, toName: one.latin ?? one.native ?? '', nativeName: one.native, latinName: one.latin, salutation: one.salutation,
    organisation: one.organisation, jobTitle: one.title, locale: one.locale, country: one.country, categoryId: terms.categoryId, delegationId: null, places: terms.places, locked: terms.locked,
    expiresAt: terms.expiresAt === null ? null : new Date(terms.expiresAt), sponsor: terms.sponsor,
  };
}

function recipient(one: Waiting, invitation: Invitation | undefined, { schedule }: CampaignPlan, conferenceZone: string): Recipient {
  const props: ReaderProps = {
    native: one.native, latin: one.latin, salutation: one.salutation, title: one.title, organisation: one.organisation, country: one.country, address: one.address,
    invitation: invitation === undefined ? null : {
      id: invitation.id, expiresAt: invitation.expiresAt?.toISOString() ?? null, categoryId: invitation.categoryId, places: invitation.places, sponsor: invitation.sponsor,
    },
    registration: one.registrationId === null ? null : { id: one.registrationId, code: one.code ?? '' },
  };
  const notBefore = schedule.kind === 'NOW' ? undefined : schedule.kind === 'AT' ? new Date(schedule.at)
    : morningOf(schedule.day, homeZone(one.country, one.locale) ?? conferenceZone) ?? morningOf(schedule.day, conferenceZone);
  return { key: one.addressKey, to: { email: one.address, name: one.native ?? one.latin ?? '' }, locale: one.locale, props, notBefore };
}
