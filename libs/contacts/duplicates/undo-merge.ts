import { Conferences } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { brokenConstraint, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactWriter } from '../contact-writer.js';
import { Contact } from '../contact.entity.js';
import { detailsOf } from '../contact-details.js';
import { conferenceFor } from '../contacts.policy.js';
import { restored } from '../imports/snapshots.js';
import { ContactMerge } from './contact-merge.entity.js';
import type { ContactMergeId } from './contact-merge.entity.js';

/**
 * Makes two contacts of one again. The survivor is as it was before, but for what someone changed since. Refused:
 * `contact-merge.unknown`, `contact-merge.not-now` where it was undone, or the survivor was merged further (undo that
 * first), or the other's address was taken by a third.
 */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly writer: ContactWriter, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, conferenceId: string, id: string): Promise<ContactMerge | Refusal> {
    try {
      return await this.work.run((tx) => this.within(tx, actor, conferenceId, id));
    } catch (fault) {
      if (brokenConstraint(fault)?.startsWith('contact_') === true) return refuse('contact-merge.not-now');
      throw fault;
    }
  }

  private async within(tx: Tx, actor: Actor, conferenceId: string, id: string): Promise<ContactMerge | Refusal> {
    const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'contacts.edit');
    if (isRefusal(conference)) return conference;
    const merge = isId(id) ? await tx.em.findOne(ContactMerge, { where: { id: id as ContactMergeId, seriesId: conference.seriesId }, lock: { mode: 'for_no_key_update' } }) : null;
    if (merge === null) return refuse('contact-merge.unknown');
    const rows = await tx.em.createQueryBuilder(Contact, 'c').where('c.id = ANY(:ids)', { ids: [merge.survivorId, merge.mergedId] }).orderBy('c.id').setLock('pessimistic_write').getMany();
    const [survivor, merged] = [rows.find((row) => row.id === merge.survivorId), rows.find((row) => row.id === merge.mergedId)];
    if (merge.undoneAt !== null || survivor === undefined || merged === undefined || survivor.mergedInto !== null || merged.mergedInto !== survivor.id) return refuse('contact-merge.not-now');
    const { details, isWhole } = restored(detailsOf(survivor), merge.before, merge.after);
    const isAsLeft = isWhole && survivor.updatedAt.toISOString() === merge.after.updatedAt;
    await this.writer.update(tx, [this.writer.changed(survivor, details, isAsLeft ? new Date(merge.before.updatedAt) : undefined)]);
    await this.writer.update(tx, [Object.assign(new Contact(), { ...merged, mergedInto: null })]);
    await tx.query('UPDATE contact SET merged_into = $1 WHERE id = ANY($2::uuid[]) AND merged_into = $3', [merged.id, merge.repointed, survivor.id]);
    await tx.query('DELETE FROM contact_list_member WHERE contact_id = $1 AND list_id = ANY($2::uuid[])', [survivor.id, merge.joinedLists]);
    const undoneAt = this.clock.now();
    await tx.em.update(ContactMerge, { id: merge.id }, { undoneAt });
    await this.audit.write(tx, { actor, action: 'contacts.merge-undone', subjectKind: 'contact', subjectId: survivor.id, conferenceId: conference.id, data: { merged: merged.id } });
    return Object.assign(merge, { undoneAt });
  }
}
