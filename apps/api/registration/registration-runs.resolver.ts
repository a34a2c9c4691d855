import { Accounts, denied, may } from '#identity';
import type { Account, Actor } from '#identity';
import { Conferences } from '#conferences';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { RegistrationRuns, staffMay, StartRegistrationRun, StopRegistrationRun } from '#registration';
import type { Registration, RegistrationRun, RunOutcome, RunProgress } from '#registration';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryRegistrationRunsArgs, RegistrationRunRefusedArgs, StartRegistrationRunInput } from '../graphql/schema.gen.js';
import { RegistrationFilters } from './registration-filter.js';
import { progressOfRun, registrationById } from './registration.loaders.js';

/** Decisions over many registrations: starting, watching and stopping them. */
@Resolver('RegistrationRun')
export class RegistrationRunsResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly filters: RegistrationFilters,
    private readonly runs: RegistrationRuns,
    private readonly startVerb: StartRegistrationRun,
    private readonly stopVerb: StopRegistrationRun,
    private readonly accounts: Accounts,
  ) {}

  @Query('registrationRuns')
  @Allow('registration.read')
  async page(@CurrentActor() actor: Actor, @Args() args: QueryRegistrationRunsArgs): Promise<Connection<RegistrationRun> | Refusal> {
    const id = args.conferenceId as ConferenceId;
    if (!await this.mayRead(actor, id)) return denied(actor);
    const page = await this.runs.page(id, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.runs.count(id), (run) => run);
  }

  @Query('registrationRun')
  @Allow('registration.read')
  async run(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<RegistrationRun | null | Refusal> {
    const run = await this.runs.byId(id);
    if (run === null) return may(actor, 'registration.read', {}) ? null : denied(actor);
    return await this.mayRead(actor, run.conferenceId) ? run : denied(actor);
  }

  @Mutation('startRegistrationRun')
  @Allow('registration.decide')
  async start(@CurrentActor() actor: Actor, @Args('input') input: StartRegistrationRunInput, @Args('idempotencyKey') key?: string): Promise<RegistrationRun | Refusal> {
    const conferenceId = input.conferenceId as ConferenceId;
    const filter = await this.filters.chosen(conferenceId, input);
    const started = await this.startVerb.run(actor, { conferenceId, deed: input.deed, reason: input.reason, tag: input.tag, filter, count: input.count ?? undefined }, key ?? undefined);
    return isRefusal(started) ? started : this.written(started.id);
  }

  @Mutation('stopRegistrationRun')
  @Allow('registration.decide')
  async stop(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<RegistrationRun | Refusal> {
    const stopped = await this.stopVerb.run(actor, id);
    return isRefusal(stopped) ? stopped : this.written(stopped.id);
  }

  @ResolveField('progress')
  progress(@Parent() run: RegistrationRun, @Context() { loaders }: RequestContext): Promise<RunProgress> {
    return loaders.load(progressOfRun, run.id);
  }

  @ResolveField('by')
  async by(@Parent() run: RegistrationRun): Promise<string> {
    const account: Account | null = await this.accounts.byId(this.work.reader, run.accountId);
    return account?.email ?? '';
  }

  @ResolveField('refused')
  async refused(@Parent() run: RegistrationRun, @Args() args: RegistrationRunRefusedArgs): Promise<Connection<RunOutcome> | Refusal> {
    const page = await this.runs.refusedPage(run.id, pageRequest(args));
    return isRefusal(page) ? page : connection(page, async () => (await this.runs.progressOf([run.id])).get(run.id)?.refused ?? 0, (outcome) => outcome);
  }

  private async written(id: string): Promise<RegistrationRun | Refusal> {
    return await this.runs.byId(id) ?? refuse('registration.run-unknown');
  }

  private async mayRead(actor: Actor, id: ConferenceId): Promise<boolean> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id) : null;
    return conference !== null && staffMay(actor, 'registration.read', conference);
  }
}

/** One registration that a run could not do. */
@Resolver('RunRefused')
export class RunRefusedResolver {
  @ResolveField('registration')
  registration(@Parent() { registrationId }: RunOutcome, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, registrationId);
  }

  @ResolveField('refusal')
  refusal(@Parent() { refused, refusedData }: RunOutcome): Refusal {
    return refuse(refused ?? '', refusedData ?? {});
  }
}
