import { Conferences } from '#conferences';
import { conferenceFor, ContactLists, ContactPages, Contacts } from '#contacts';
import type { Contact, ContactFacet, CountedList } from '#contacts';
import type { Actor } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { ContactId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { QueryContactArgs, QueryContactsArgs } from '../graphql/schema.gen.js';
import { toContactFilter } from './contact-filter.input.js';

interface Facets {
  readonly countries: readonly ContactFacet[];
  readonly locales: readonly ContactFacet[];
  readonly tags: readonly ContactFacet[];
}

@Resolver()
export class ContactsResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly pages: ContactPages, private readonly lists: ContactLists, private readonly found: Contacts,
  ) {}

  @Query('contacts')
  @Allow('contacts.read')
  async contacts(@CurrentActor() actor: Actor, @Args() args: QueryContactsArgs): Promise<Connection<Contact> | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, args.conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const filter = toContactFilter(args.filter);
    const page = await this.pages.page(conference.seriesId, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.pages.count(conference.seriesId, filter), (contact) => contact);
  }

  @Query('contact')
  @Allow('contacts.read')
  async contact(@CurrentActor() actor: Actor, @Args() { conferenceId, id }: QueryContactArgs): Promise<Contact | null | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const contact = isId(id) ? await this.found.byId(this.work.reader, id as ContactId) : null;
    return contact?.seriesId === conference.seriesId ? contact : null;
  }

  @Query('contactFacets')
  @Allow('contacts.read')
  async contactFacets(@CurrentActor() actor: Actor, @Args('conferenceId') conferenceId: string): Promise<Facets | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const [countries, locales, tags] = await Promise.all((['country', 'locale', 'tag'] as const).map((by) => this.pages.facets(conference.seriesId, by)));
    return { countries: countries ?? [], locales: locales ?? [], tags: tags ?? [] };
  }

  @Query('contactLists')
  @Allow('contacts.read')
  async contactLists(@CurrentActor() actor: Actor, @Args('conferenceId') conferenceId: string): Promise<readonly ListView[] | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, conferenceId, 'contacts.read');
    return isRefusal(conference) ? conference : (await this.lists.ofSeries(this.work.reader, conference.seriesId)).map(toList);
  }
}

export interface ListView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export function toList({ list: { id, name }, size }: CountedList): ListView {
  return { id, name, size };
}
