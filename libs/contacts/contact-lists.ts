import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { hasForbiddenCharacters, invalid, isId, isRefusal, newId, refuse, tidy } from '#kernel';
import type { ConferenceId, ContactId, ContactListId, Refusal, SeriesId } from '#kernel';
import { Clock } from '#kernel';
import { brokenConstraint, rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contactsWhere } from './contact-filter.js';
import type { ContactFilter } from './contact-filter.js';
import { ContactList } from './contact-list.entity.js';
import { conferenceFor } from './contacts.policy.js';

export interface CountedList {
  readonly list: ContactList;
  /** Without contacts that were merged into others. */
  readonly size: number;
}

const LISTS = `
  SELECT l.id, count(c.id)::int AS size FROM contact_list l LEFT JOIN contact_list_member m ON m.list_id = l.id
  LEFT JOIN contact c ON c.id = m.contact_id AND c.merged_into IS NULL WHERE l.series_id = $1 GROUP BY l.id`;
const REMOVE = 'DELETE FROM contact_list_member WHERE list_id = $1 AND contact_id = ANY($2::uuid[]) RETURNING contact_id';
const LONGEST_NAME = 120;
const MOST_LISTS = 500;

/** The lists that staff keep of a series' contacts. Refused: `contact-list.unknown`, `contact-list.name-taken`, `input.invalid`. */
@Injectable()
export class ContactLists {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  /** All lists of a series by name, each with how many are in it. */
  async ofSeries(em: EntityManager, seriesId: SeriesId): Promise<readonly CountedList[]> {
    const lists = await em.find(ContactList, { where: { seriesId }, order: { name: 'ASC', id: 'ASC' }, take: MOST_LISTS });
    const sizes = new Map((await rowsOf<{ id: ContactListId; size: number }>(em, LISTS, [seriesId])).map(({ id, size }) => [id, size]));
    return lists.map((list) => ({ list, size: sizes.get(list.id) ?? 0 }));
  }

  async create(actor: Actor, conferenceId: ConferenceId, typed: string): Promise<ContactList | Refusal> {
    const name = tidy(typed);
    if (name === '' || name.length > LONGEST_NAME || hasForbiddenCharacters(name)) return invalid([{ path: 'name', code: name === '' ? 'required' : 'too-long', data: { max: LONGEST_NAME } }]);
    try {
      return await this.work.run(async (tx) => {
        const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'contacts.edit');
        if (isRefusal(conference)) return conference;
        const list = Object.assign(new ContactList(), { id: newId<'ContactList'>(), seriesId: conference.seriesId, conferenceId: null, name, createdAt: this.clock.now() });
        await tx.em.insert(ContactList, list);
        return list;
      });
    } catch (fault) {
      if (brokenConstraint(fault) === 'contact_list_name') return refuse('contact-list.name-taken');
      throw fault;
    }
  }

  /** Puts all contacts that match a filter into a list; those in it already stay. @returns how many came */
  async fill(actor: Actor, conferenceId: ConferenceId, listId: string, filter: ContactFilter): Promise<{ list: ContactList; changed: number } | Refusal> {
    return this.change(actor, conferenceId, listId, async (em, list) => {
      const parameters: unknown[] = [list.id];
      const where = contactsWhere(list.seriesId, filter, parameters);
      return (await rowsOf(em, `INSERT INTO contact_list_member (list_id, contact_id) SELECT $1, contact.id FROM contact WHERE ${where} ON CONFLICT DO NOTHING RETURNING contact_id`, parameters)).length;
    });
  }

  /** Takes contacts out of a list. */
  async remove(actor: Actor, conferenceId: ConferenceId, listId: string, contactIds: readonly ContactId[]): Promise<{ list: ContactList; changed: number } | Refusal> {
    return this.change(actor, conferenceId, listId, async (em, list) => (await rowsOf(em, REMOVE, [list.id, contactIds.filter(isId)])).length);
  }

  /** Deletes a list; its contacts stay. */
  async delete(actor: Actor, conferenceId: ConferenceId, listId: string): Promise<{ list: ContactList; changed: number } | Refusal> {
    return this.change(actor, conferenceId, listId, async (em, list) => (await em.delete(ContactList, { id: list.id })).affected ?? 0);
  }

  private async change(actor: Actor, conferenceId: ConferenceId, listId: string, work: (em: EntityManager, list: ContactList) => Promise<number>): Promise<{ list: ContactList; changed: number } | Refusal> {
    return this.work.run(async (tx) => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'contacts.edit');
      if (isRefusal(conference)) return conference;
      const where = { id: listId as ContactListId, seriesId: conference.seriesId };
      const list = isId(listId) ? await tx.em.findOne(ContactList, { where, lock: { mode: 'for_no_key_update' } }) : null;
      return list === null ? refuse('contact-list.unknown') : { list, changed: await work(tx.em, list) };
    });
  }
}
