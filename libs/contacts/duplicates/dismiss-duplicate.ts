import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ContactId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from '../contacts.policy.js';
import { ContactDuplicate } from './contact-duplicate.entity.js';

/** A person says that two contacts are two people; they are not suggested again. Refused: `contact.unknown`. */
@Injectable()
export class DismissDuplicate {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences) {}

  async run(actor: Actor, conferenceId: string, ids: readonly [string, string]): Promise<ContactDuplicate | Refusal> {
    return this.work.run(async (tx) => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'contacts.edit');
      if (isRefusal(conference)) return conference;
      const [oneId = '', otherId = ''] = [...ids].sort();
      if (!isId(oneId) || !isId(otherId)) return refuse('contact.unknown');
      const where = { oneId: oneId as ContactId, otherId: otherId as ContactId, seriesId: conference.seriesId };
      const found = await tx.em.findOne(ContactDuplicate, { where, lock: { mode: 'for_no_key_update' } });
      if (found === null) return refuse('contact.unknown');
      await tx.em.update(ContactDuplicate, where, { isDismissed: true });
      return Object.assign(found, { isDismissed: true });
    });
  }
}
