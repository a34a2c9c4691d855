import { Conferences, scopeOf } from '#conferences';
import { Audit, denied, may, parseEmail } from '#identity';
import type { Actor, Permission, Scope } from '#identity';
import { addressKey, invalid, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal, SuppressionId } from '#kernel';
import { SenderChecks, Suppressions, SuppressionStore } from '#mail';
import type { SenderCheck, Suppression } from '#mail';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type {
  MutationImportSuppressionsArgs, MutationLiftSuppressionArgs, MutationSuppressAddressArgs, QuerySenderChecksArgs, QuerySuppressionsArgs, Suppression as SuppressionView,
} from '../graphql/schema.gen.js';
import { addressesIn } from './address-list.js';

interface Imported {
  readonly added: number;
  readonly known: number;
  readonly rejected: readonly string[];
}

@Resolver()
export class SuppressionsResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly store: SuppressionStore,
    private readonly suppressions: Suppressions,
    private readonly checks: SenderChecks,
    private readonly audit: Audit,
  ) {}

  @Query('suppressions')
  @Allow('mail.suppress')
  async list(@CurrentActor() actor: Actor, @Args() args: QuerySuppressionsArgs): Promise<Connection<SuppressionView> | Refusal> {
    const conferenceId = await this.reachable(actor, args.conferenceId, 'mail.suppress');
    if (isRefusal(conferenceId)) return conferenceId;
    const filter = { reasons: args.filter?.reasons ?? undefined, search: args.filter?.search ?? undefined };
    const page = await this.store.page(conferenceId, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.store.count(conferenceId, filter), toSuppression);
  }

  @Query('senderChecks')
  @Allow('mail.read')
  async senderChecks(@CurrentActor() actor: Actor, @Args() { conferenceId }: QuerySenderChecksArgs): Promise<readonly SenderCheck[] | Refusal> {
    const reached = await this.reachable(actor, conferenceId, 'mail.read');
    return isRefusal(reached) ? reached : this.checks.run();
  }

  @Mutation('suppressAddress')
  @Allow('mail.suppress')
  async suppress(@CurrentActor() actor: Actor, @Args() { input }: MutationSuppressAddressArgs): Promise<SuppressionView | Refusal> {
    const conferenceId = await this.reachable(actor, input.conferenceId, 'mail.suppress');
    if (isRefusal(conferenceId)) return conferenceId;
    const address = parseEmail(input.address);
    const problems: FieldProblem[] = [
      ...(address === undefined ? [{ path: 'address', code: 'malformed' }] : []), ...((input.note?.length ?? 0) > 500 ? [{ path: 'note', code: 'too-long' }] : []),
    ];
    if (address === undefined || problems.length > 0) return invalid(problems);
    const added = await this.work.run(async (tx) => {
      const [id] = await this.suppressions.add(tx, conferenceId, [{ address, reason: 'STAFF', note: input.note?.trim() ?? undefined }]);
      if (id !== undefined) await this.audit.write(tx, { actor, action: 'suppression.added', subjectKind: 'suppression', subjectId: id, conferenceId });
      return id;
    });
    const found = added === undefined ? await this.known(conferenceId, address) : await this.store.byId(added);
    return found === undefined ? refuse('suppression.unknown') : toSuppression(found);
  }

  @Mutation('importSuppressions')
  @Allow('mail.suppress')
  async take(@CurrentActor() actor: Actor, @Args() { conferenceId: asked, list }: MutationImportSuppressionsArgs): Promise<Imported | Refusal> {
    const conferenceId = await this.reachable(actor, asked, 'mail.suppress');
    if (isRefusal(conferenceId)) return conferenceId;
    const { addresses, rejected } = addressesIn(list);
    const added = await this.work.run(async (tx) => {
      const ids = await this.suppressions.add(tx, conferenceId, addresses.map(({ address, note }) => ({ address, note, reason: 'IMPORT' as const })));
      if (ids.length > 0) await this.audit.write(tx, { actor, action: 'suppression.list-imported', subjectKind: 'conference', subjectId: conferenceId, conferenceId });
      return ids.length;
    });
    return { added, known: addresses.length - added, rejected: rejected.slice(0, 100) };
  }

  @Mutation('liftSuppression')
  @Allow('mail.suppress')
  async lift(@CurrentActor() actor: Actor, @Args() { id }: MutationLiftSuppressionArgs): Promise<SuppressionView | Refusal> {
    const found = isId(id) ? await this.store.byId(id as SuppressionId) : undefined;
    // What holds for every conference is lifted by whoever may for all of them.
    const scope: Scope = found?.conferenceId == null ? {} : await this.scopeOf(found.conferenceId);
    if (!may(actor, 'mail.suppress', scope)) return denied(actor);
    if (found === undefined) return refuse('suppression.unknown');
    const isLifted = await this.work.run(async (tx) => {
      const lifted = await this.suppressions.lift(tx, found.id);
      if (lifted) await this.audit.write(tx, { actor, action: 'suppression.lifted', subjectKind: 'suppression', subjectId: found.id, ...(found.conferenceId === null ? {} : { conferenceId: found.conferenceId }) });
      return lifted;
    });
    return isLifted ? toSuppression(found) : refuse('suppression.unknown');
  }

  private async known(conferenceId: ConferenceId, address: string): Promise<Suppression | undefined> {
    const page = await this.store.page(conferenceId, { search: addressKey(address) }, { first: 200 });
    return isRefusal(page) ? undefined : page.items.map(({ node }) => node).find((one) => one.addressKey === addressKey(address));
  }

  private async reachable(actor: Actor, id: string, permission: Permission): Promise<ConferenceId | Refusal> {
    if (!isId(id)) return denied(actor);
    const scope = await this.scopeOf(id as ConferenceId);
    return scope.conferenceId !== undefined && may(actor, permission, scope) ? id as ConferenceId : denied(actor);
  }

  private async scopeOf(id: ConferenceId): Promise<Scope> {
    const conference = await this.conferences.byId(this.work.reader, id);
    return conference === null ? {} : scopeOf(conference);
  }
}

function toSuppression({ id, conferenceId, address, reason, note, createdAt, messageId }: Suppression): SuppressionView {
  return { id, address, reason, note, isEverywhere: conferenceId === null, createdAt, messageId };
}
