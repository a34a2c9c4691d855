import { Conferences } from '#conferences';
import { conferenceFor, DismissDuplicate, DuplicateList, MergeContacts, MergeList, UndoMerge } from '#contacts';
import type { Contact, ContactDuplicate, ContactMerge, TextPart } from '#contacts';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, ContactId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { ContactPart, MergeContactsInput, MutationDismissDuplicateArgs, MutationUndoMergeArgs, QueryContactMergesArgs, QueryDuplicateContactsArgs } from '../graphql/schema.gen.js';
import { contactById } from './contacts.loaders.js';

const PARTS: Readonly<Record<ContactPart, TextPart>> = {
  NATIVE_NAME: 'nativeName', LATIN_NAME: 'latinName', SALUTATION: 'salutation', ORGANISATION: 'organisation', TITLE: 'title', COUNTRY: 'country', LOCALE: 'locale', PHONE: 'phone',
};

@Resolver('DuplicateContacts')
export class DuplicatesResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly suggestions: DuplicateList, private readonly dismissing: DismissDuplicate,
  ) {}

  @Query('duplicateContacts')
  @Allow('contacts.read')
  async duplicateContacts(@CurrentActor() actor: Actor, @Args() args: QueryDuplicateContactsArgs): Promise<Connection<ContactDuplicate> | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, args.conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const page = await this.suggestions.page(conference.seriesId, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.suggestions.count(conference.seriesId), (pair) => pair);
  }

  @Mutation('dismissDuplicate')
  @Allow('contacts.edit')
  dismissDuplicate(@CurrentActor() actor: Actor, @Args() { conferenceId, one, other }: MutationDismissDuplicateArgs): Promise<ContactDuplicate | Refusal> {
    return this.dismissing.run(actor, conferenceId, [one, other]);
  }

  @ResolveField('one')
  one(@Parent() { oneId }: ContactDuplicate, @Context() { loaders }: RequestContext): Promise<Contact | null> { return loaders.load(contactById, oneId); }

  @ResolveField('other')
  other(@Parent() { otherId }: ContactDuplicate, @Context() { loaders }: RequestContext): Promise<Contact | null> { return loaders.load(contactById, otherId); }
}

@Resolver('ContactMerge')
export class MergesResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly merges: MergeList, private readonly merging: MergeContacts, private readonly undoing: UndoMerge,
  ) {}

  @Query('contactMerges')
  @Allow('contacts.read')
  async contactMerges(@CurrentActor() actor: Actor, @Args() args: QueryContactMergesArgs): Promise<Connection<ContactMerge> | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, args.conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const page = await this.merges.page(conference.seriesId, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.merges.count(conference.seriesId), (merge) => merge);
  }

  @Mutation('mergeContacts')
  @Allow('contacts.edit')
  mergeContacts(@CurrentActor() actor: Actor, @Args('input') input: MergeContactsInput): Promise<ContactMerge | Refusal> {
    return this.merging.run(actor, {
      conferenceId: input.conferenceId as ConferenceId, survivorId: input.survivorId as ContactId, mergedId: input.mergedId as ContactId, take: input.take.map((part) => PARTS[part]),
    });
  }

  @Mutation('undoMerge')
  @Allow('contacts.edit')
  undoMerge(@CurrentActor() actor: Actor, @Args() { conferenceId, id }: MutationUndoMergeArgs): Promise<ContactMerge | Refusal> {
    return this.undoing.run(actor, conferenceId, id);
  }

  @ResolveField('survivor')
  survivor(@Parent() { survivorId }: ContactMerge, @Context() { loaders }: RequestContext): Promise<Contact | null> { return loaders.load(contactById, survivorId); }

  @ResolveField('merged')
  merged(@Parent() { mergedId }: ContactMerge, @Context() { loaders }: RequestContext): Promise<Contact | null> { return loaders.load(contactById, mergedId); }
}
