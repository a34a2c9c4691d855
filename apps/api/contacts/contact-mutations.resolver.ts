import { ContactLists, CreateContact, UpdateContact } from '#contacts';
import type { Contact, DetailsInput } from '#contacts';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, ContactId, ContactListId, Refusal } from '#kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { CreateContactInput, CreateContactListInput, MutationDeleteContactListArgs, MutationFillContactListArgs, MutationRemoveFromContactListArgs, UpdateContactInput } from '../graphql/schema.gen.js';
import { toContactFilter } from './contact-filter.input.js';
import { toList } from './contacts.resolver.js';
import type { ListView } from './contacts.resolver.js';

interface ListChange {
  readonly listId: ContactListId;
  readonly changed: number;
}

@Resolver()
export class ContactMutations {
  constructor(private readonly creating: CreateContact, private readonly updating: UpdateContact, private readonly lists: ContactLists) {}

  @Mutation('createContact')
  @Allow('contacts.edit')
  createContact(@CurrentActor() actor: Actor, @Args('input') input: CreateContactInput, @Args('idempotencyKey') key?: string): Promise<Contact | Refusal> {
    return this.creating.run(actor, { ...typed(input), conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
  }

  @Mutation('updateContact')
  @Allow('contacts.edit')
  updateContact(@CurrentActor() actor: Actor, @Args('input') input: UpdateContactInput): Promise<Contact | Refusal> {
    return this.updating.run(actor, { ...typed(input), conferenceId: input.conferenceId as ConferenceId, id: input.id as ContactId });
  }

  @Mutation('createContactList')
  @Allow('contacts.edit')
  async createContactList(@CurrentActor() actor: Actor, @Args('input') input: CreateContactListInput): Promise<ListView | Refusal> {
    const list = await this.lists.create(actor, input.conferenceId as ConferenceId, input.name);
    return isRefusal(list) ? list : toList({ list, size: 0 });
  }

  @Mutation('fillContactList')
  @Allow('contacts.edit')
  fillContactList(@CurrentActor() actor: Actor, @Args() { conferenceId, listId, filter }: MutationFillContactListArgs): Promise<ListChange | Refusal> {
    return changed(this.lists.fill(actor, conferenceId as ConferenceId, listId, toContactFilter(filter)));
  }

  @Mutation('removeFromContactList')
  @Allow('contacts.edit')
  removeFromContactList(@CurrentActor() actor: Actor, @Args() { conferenceId, listId, contactIds }: MutationRemoveFromContactListArgs): Promise<ListChange | Refusal> {
    return changed(this.lists.remove(actor, conferenceId as ConferenceId, listId, contactIds as ContactId[]));
  }

  @Mutation('deleteContactList')
  @Allow('contacts.edit')
  deleteContactList(@CurrentActor() actor: Actor, @Args() { conferenceId, listId }: MutationDeleteContactListArgs): Promise<ListChange | Refusal> {
    return changed(this.lists.delete(actor, conferenceId as ConferenceId, listId));
  }
}

async function changed(change: ReturnType<ContactLists['fill']>): Promise<ListChange | Refusal> {
  const answer = await change;
  return isRefusal(answer) ? answer : { listId: answer.list.id, changed: answer.changed };
}

function typed({ address, nativeName, latinName, salutation, organisation, title, country, locale, phone, tags }: Omit<CreateContactInput, 'conferenceId'>): DetailsInput {
  return { address, nativeName, latinName, salutation, organisation, title, country, locale, phone, tags };
}
