import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, ContactId, Refusal } from '#kernel';
import { brokenConstraint, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkDetails } from './check-details.js';
import type { DetailsInput } from './check-details.js';
import { ContactWriter } from './contact-writer.js';
import { Contact } from './contact.entity.js';
import { detailsOf, sameDetails } from './contact-details.js';
import { conferenceFor } from './contacts.policy.js';

export type ContactChanges = DetailsInput & { readonly conferenceId: ConferenceId; readonly id: ContactId };

/** Changes what is known of a contact. Refused: `contact.unknown` (also once merged), `contact.known`, `input.invalid`. */
@Injectable()
export class UpdateContact {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly writer: ContactWriter) {}

  async run(actor: Actor, input: ContactChanges): Promise<Contact | Refusal> {
    try {
      return await this.work.run(async (tx) => {
        const conference = await conferenceFor(this.conferences, tx.em, actor, input.conferenceId, 'contacts.edit');
        if (isRefusal(conference)) return conference;
        const contact = isId(input.id) ? await tx.em.findOne(Contact, { where: { id: input.id, seriesId: conference.seriesId }, lock: { mode: 'pessimistic_write' } }) : null;
        if (contact === null || contact.mergedInto !== null) return refuse('contact.unknown');
        const details = checkDetails(input, detailsOf(contact));
        if (!('tags' in details)) return invalid(details);
        if (sameDetails(details, detailsOf(contact))) return contact;
        const changed = this.writer.changed(contact, details);
        await this.writer.update(tx, [changed]);
        return changed;
      });
    } catch (fault) {
      if (brokenConstraint(fault)?.startsWith('contact_') === true) return refuse('contact.known');
      throw fault;
    }
  }
}
