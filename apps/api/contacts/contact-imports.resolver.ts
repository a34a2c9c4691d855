import { Conferences } from '#conferences';
import { conferenceFor, ImportContacts, ImportRows, MoveImport, rejectReasons } from '#contacts';
import type { ContactImport, ImportWishes } from '#contacts';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { t } from '#i18n';
import { isRefusal } from '#kernel';
import type { ConferenceId, FileId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CheckImportInput, ImportContactsInput, QueryContactImportsArgs, TableEncoding } from '../graphql/schema.gen.js';
import { columnsOf, encodingName, toSample, toWishes } from './contact-import.view.js';
import { contactById } from './contacts.loaders.js';

/** Where the rows that an import did not take are fetched. */
export const REJECTS_PATH = '/exports/contact-imports';

@Resolver('ContactImport')
export class ContactImportsResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly rows: ImportRows, private readonly importing: ImportContacts, private readonly moving: MoveImport,
  ) {}

  @Query('contactImports')
  @Allow('contacts.read')
  async contactImports(@CurrentActor() actor: Actor, @Args() args: QueryContactImportsArgs): Promise<Connection<ContactImport> | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, args.conferenceId, 'contacts.read');
    if (isRefusal(conference)) return conference;
    const page = await this.rows.page(conference.id, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.rows.count(conference.id), (one) => one);
  }

  @Query('contactImport')
  @Allow('contacts.read')
  async contactImport(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ContactImport | null | Refusal> {
    const one = await this.rows.byId(id);
    if (one === null) return may(actor, 'contacts.read', {}) ? null : denied(actor);
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, one.conferenceId, 'contacts.read');
    return isRefusal(conference) ? conference : one;
  }

  @Mutation('importContacts')
  @Allow('contacts.edit')
  importContacts(@CurrentActor() actor: Actor, @Args('input') input: ImportContactsInput, @Args('idempotencyKey') key?: string): Promise<ContactImport | Refusal> {
    return this.importing.run(actor, { conferenceId: input.conferenceId as ConferenceId, fileId: input.fileId as FileId, wishes: toWishes(input.reading) }, key ?? undefined);
  }

  @Mutation('checkImport')
  @Allow('contacts.edit')
  checkImport(@CurrentActor() actor: Actor, @Args('input') input: CheckImportInput): Promise<ContactImport | Refusal> {
    return this.moving.check(actor, input.id, toWishes(input.reading));
  }

  @Mutation('applyImport')
  @Allow('contacts.edit')
  applyImport(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ContactImport | Refusal> {
    return this.moving.apply(actor, id);
  }

  @Mutation('undoImport')
  @Allow('contacts.edit')
  undoImport(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ContactImport | Refusal> {
    return this.moving.undo(actor, id);
  }

  @ResolveField('sheets')
  sheets(@Parent() { found }: ContactImport): readonly string[] { return found?.sheets ?? []; }

  @ResolveField('sheet')
  sheet(@Parent() { found }: ContactImport): string | null { return found?.sheet ?? null; }

  @ResolveField('encoding')
  encoding(@Parent() { found }: ContactImport): TableEncoding | null { return encodingName(found?.encoding); }

  @ResolveField('delimiter')
  delimiter(@Parent() { found }: ContactImport): string | null { return found?.delimiter ?? null; }

  @ResolveField('columns')
  columns(@Parent() one: ContactImport): ReturnType<typeof columnsOf> { return columnsOf(one); }

  @ResolveField('isRemembered')
  isRemembered(@Parent() { found }: ContactImport): boolean { return found?.isRemembered ?? false; }

  @ResolveField('country')
  country(@Parent() { wishes }: ContactImport): string | null { return wishes.country ?? null; }

  @ResolveField('locale')
  locale(@Parent() { wishes }: ContactImport): string | null { return wishes.locale ?? null; }

  @ResolveField('tags')
  tags(@Parent() { wishes }: ContactImport): readonly string[] { return wishes.tags ?? []; }

  @ResolveField('listId')
  listId(@Parent() { wishes }: ContactImport): ImportWishes['listId'] | null { return wishes.listId ?? null; }

  @ResolveField('unreadable')
  unreadable(@Parent() { problem }: ContactImport, @Context() { locale }: RequestContext): string | null {
    return problem === null ? null : t(locale, `contacts.unreadable.${problem}`);
  }

  @ResolveField('unreadableRow')
  unreadableRow(@Parent() { problemRow }: ContactImport): number | null { return problemRow; }

  @ResolveField('tried')
  tried(@Parent() { counts }: ContactImport): ContactImport['counts']['checked'] | null { return counts.checked ?? null; }

  @ResolveField('applied')
  applied(@Parent() { counts }: ContactImport): ContactImport['counts']['applied'] | null { return counts.applied ?? null; }

  @ResolveField('undone')
  undone(@Parent() { counts }: ContactImport): ContactImport['counts']['undone'] | null { return counts.undone ?? null; }

  @ResolveField('samples')
  async samples(@Parent() { id }: ContactImport): Promise<readonly object[]> { return (await this.rows.samples(id)).map(toSample); }

  @ResolveField('rejects')
  async rejects(@Parent() one: ContactImport, @Context() { locale }: RequestContext): Promise<readonly object[]> {
    return (await this.rows.rejects(one.id)).map((row) => ({ number: row.number, cells: row.cells ?? [], reasons: rejectReasons(locale, one, row) }));
  }

  @ResolveField('kept')
  async kept(@Parent() { id }: ContactImport, @Context() { loaders }: RequestContext): Promise<readonly object[]> {
    const rows = await this.rows.kept(id);
    return Promise.all(rows.map(async ({ number, kept, contactId }) => ({ number, reason: kept, contact: contactId === null ? null : await loaders.load(contactById, contactId) })));
  }

  @ResolveField('rejectsPath')
  rejectsPath(@Parent() { id, counts }: ContactImport): string | null {
    const found = counts.applied ?? counts.checked;
    return found === undefined || found.rejected + found.duplicate === 0 ? null : `${REJECTS_PATH}/${id}/rejects`;
  }
}
