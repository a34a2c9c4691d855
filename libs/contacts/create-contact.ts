import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { addressKey, invalid, isRefusal, refuse } from '#kernel';
import type { ConferenceId, ContactId, Refusal, SeriesId } from '#kernel';
import { brokenConstraint, once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkDetails } from './check-details.js';
import type { DetailsInput } from './check-details.js';
import { ContactWriter } from './contact-writer.js';
import { Contact } from './contact.entity.js';
import type { ContactDetails } from './contact-details.js';
import { conferenceFor } from './contacts.policy.js';

export type NewContact = DetailsInput & { readonly conferenceId: ConferenceId };

const KNOWN = 'SELECT coalesce(merged_into, id) AS id FROM contact WHERE series_id = $1 AND address_key = $2 ORDER BY merged_into NULLS FIRST LIMIT 1';

/** Adds a contact by hand. Refused: `contact.known` with the id of whom the address is already, `input.invalid`. */
@Injectable()
export class CreateContact {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly writer: ContactWriter) {}

  async run(actor: Actor, input: NewContact, idempotencyKey?: string): Promise<Contact | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, input.conferenceId, 'contacts.edit');
    if (isRefusal(conference)) return conference;
    const details = checkDetails(input);
    if (!('tags' in details)) return invalid(details);
    try {
      const made = await this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createContact', key: idempotencyKey, arguments: input }, () => this.within(tx, conference.seriesId, details)));
      return isRefusal(made) ? made : await this.work.reader.findOneByOrFail(Contact, { id: made.id });
    } catch (fault) {
      if (brokenConstraint(fault)?.startsWith('contact_') === true) return refuse('contact.known');
      throw fault;
    }
  }

  private async within(tx: Tx, seriesId: SeriesId, details: ContactDetails): Promise<{ id: ContactId } | Refusal> {
    const [known] = details.address === null ? [] : await tx.query<{ id: ContactId }>(KNOWN, [seriesId, addressKey(details.address)]);
    if (known !== undefined) return refuse('contact.known', { contactId: known.id });
    const contact = this.writer.prepare(seriesId, details, null);
    await this.writer.insert(tx, [contact]);
    return { id: contact.id };
  }
}
