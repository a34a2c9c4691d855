import { Conferences } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, newId, refuse } from '#kernel';
import type { ConferenceId, ContactId, ContactListId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactWriter } from '../contact-writer.js';
import { Contact } from '../contact.entity.js';
import { detailsOf, textParts, withDetails } from '../contact-details.js';
import type { ContactDetails, TextPart } from '../contact-details.js';
import { conferenceFor } from '../contacts.policy.js';
import { snapshotOf } from '../imports/snapshots.js';
import { ContactMerge } from './contact-merge.entity.js';

export interface MergeInput {
  readonly conferenceId: ConferenceId;
  /** Stays. */
  readonly survivorId: ContactId;
  /** Stands for the survivor from then on. */
  readonly mergedId: ContactId;
  /** Parts that the survivor takes from the other; those that it lacks come over anyway. */
  readonly take: readonly TextPart[];
}

const JOIN = `INSERT INTO contact_list_member (list_id, contact_id) SELECT list_id, $1 FROM contact_list_member WHERE contact_id = $2
  ON CONFLICT DO NOTHING RETURNING list_id AS id`;
const REPOINT = 'UPDATE contact SET merged_into = $1 WHERE merged_into = $2 RETURNING id';
const FORGET = 'DELETE FROM contact_duplicate WHERE (one_id = $1 OR other_id = $1) AND NOT is_dismissed';

/**
 * Makes two contacts one: the other stays as a name and address that the survivor is known by, so that a file which holds
 * it changes nothing. Undone by UndoMerge. Refused: `contact.unknown`, `input.invalid`.
 */
@Injectable()
export class MergeContacts {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly writer: ContactWriter, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: MergeInput): Promise<ContactMerge | Refusal> {
    return this.work.run(async (tx) => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, input.conferenceId, 'contacts.edit');
      if (isRefusal(conference)) return conference;
      if (input.take.some((part) => !textParts.includes(part))) return invalid([{ path: 'take', code: 'unknown' }]);
      const pair = await lockedPair(tx, input.survivorId, input.mergedId);
      if (pair === undefined || pair.some(({ seriesId, mergedInto }) => seriesId !== conference.seriesId || mergedInto !== null)) return refuse('contact.unknown');
      const [survivor, merged] = pair;
      const merge = await this.within(tx, actor, survivor, merged, input.take);
      await this.audit.write(tx, { actor, action: 'contacts.merged', subjectKind: 'contact', subjectId: survivor.id, conferenceId: conference.id, data: { merged: merged.id } });
      return merge;
    });
  }

  private async within(tx: Tx, actor: Actor, survivor: Contact, merged: Contact, take: readonly TextPart[]): Promise<ContactMerge> {
    const after = this.writer.changed(survivor, mergedDetails(detailsOf(survivor), detailsOf(merged), take));
    // First the other steps aside: the survivor may take its address.
    await this.writer.update(tx, [Object.assign(new Contact(), { ...merged, mergedInto: survivor.id })]);
    await this.writer.update(tx, [after]);
    const repointed = await tx.query<{ id: ContactId }>(REPOINT, [survivor.id, merged.id]);
    const joined = await tx.query<{ id: ContactListId }>(JOIN, [survivor.id, merged.id]);
    await tx.query(FORGET, [merged.id]);
    const merge = Object.assign(new ContactMerge(), {
      id: newId<'ContactMerge'>(), seriesId: survivor.seriesId, survivorId: survivor.id, mergedId: merged.id, before: snapshotOf(survivor), after: snapshotOf(after),
      joinedLists: joined.map(({ id }) => id), repointed: repointed.map(({ id }) => id), principal: actor.principal, mergedAt: this.clock.now(), undoneAt: null,
    });
    await tx.em.insert(ContactMerge, merge);
    return merge;
  }
}

/** What the survivor is known as: its own words, the other's where it has none or where a person took them. */
export function mergedDetails(survivor: ContactDetails, merged: ContactDetails, take: readonly TextPart[]): ContactDetails {
  const joined = withDetails(merged, survivor);
  const taken = Object.fromEntries(take.filter((part) => part !== 'address' && merged[part] !== null).map((part) => [part, merged[part]]));
  return { ...joined, ...taken, tags: [...new Set([...survivor.tags, ...merged.tags])] };
}

/** Both contacts, locked in the order of their ids; nothing where one is missing or they are one. */
async function lockedPair(tx: Tx, one: string, other: string): Promise<readonly [Contact, Contact] | undefined> {
  if (!isId(one) || !isId(other) || one === other) return undefined;
  const rows = await tx.em.createQueryBuilder(Contact, 'c').where('c.id = ANY(:ids)', { ids: [one, other] }).orderBy('c.id').setLock('pessimistic_write').getMany();
  const [first, second] = [rows.find(({ id }) => id === one), rows.find(({ id }) => id === other)];
  return first === undefined || second === undefined ? undefined : [first, second];
}
