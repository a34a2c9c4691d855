import type { Conference } from '#conferences';
import { AuditLog, denied, may, Reaches, reachesSomething, ScopeDirectory, VerifyAudit } from '#identity';
import type { Actor, AuditFilter, AuditLine, Reach } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, LocalizedText, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AuditLogCheck, QueryAuditLogArgs } from '../graphql/schema.gen.js';
import { subjectName } from './subject-names.js';
import type { SubjectKey, SubjectName } from './subject-names.js';

/** An id that nothing has: what is asked for by another finds nothing. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

@Resolver('AuditEntry')
export class AuditResolver {
  constructor(private readonly log: AuditLog, private readonly reaches: Reaches, private readonly directory: ScopeDirectory, private readonly verify: VerifyAudit, private readonly work: UnitOfWork) {}

  @Query('auditLog')
  @Allow('audit.read')
  async auditLog(@CurrentActor() actor: Actor, @Args() args: QueryAuditLogArgs): Promise<Connection<AuditLine> | Refusal> {
    const asked = args.filter ?? {};
    const reach = await this.reachOf(actor, asked.conferenceId ?? undefined);
    if (isRefusal(reach)) return reach;
    const filter: AuditFilter = {
      conferenceId: asked.conferenceId == null ? undefined : asked.conferenceId as ConferenceId,
      subjectId: asked.subjectId == null ? undefined : isId(asked.subjectId) ? asked.subjectId : NOTHING,
      actor: asked.actor ?? undefined, actions: asked.actions ?? undefined, from: asked.from ?? undefined, until: asked.until ?? undefined,
    };
    const page = await this.log.page(this.work.reader, reach, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.log.count(this.work.reader, reach, filter), (line) => line);
  }

  /** The walk reads the lines of all conferences, so that only who owns the installation may ask for it. */
  @Query('auditLogCheck')
  @Allow('audit.read')
  async auditLogCheck(@CurrentActor() actor: Actor): Promise<AuditLogCheck | Refusal> {
    if (!may(actor, 'audit.read', {})) return denied(actor);
    const verdict = await this.verify.run();
    return verdict.isWhole ? { ...verdict, brokenAt: null } : { isWhole: false, sealed: Number(verdict.at) - 1, unsealed: null, brokenAt: Number(verdict.at) };
  }

  @ResolveField('subjectName')
  async subjectName(@Parent() line: AuditLine, @Context() context: RequestContext): Promise<string | null> {
    return (await nameOf(line, context))?.name ?? null;
  }

  @ResolveField('subjectTitle')
  async subjectTitle(@Parent() line: AuditLine, @Context() context: RequestContext): Promise<LocalizedText | null> {
    return (await nameOf(line, context))?.title ?? null;
  }

  @ResolveField('conference')
  async conference(@Parent() { conferenceId }: AuditLine, @Context() { loaders }: RequestContext): Promise<Conference | null> {
    return conferenceId === null ? null : loaders.load(conferenceById, conferenceId);
  }

  private async reachOf(actor: Actor, conferenceId: string | undefined): Promise<Reach | Refusal> {
    if (conferenceId !== undefined) {
      const scope = await this.directory.whole({ kind: 'CONFERENCE', id: conferenceId });
      return scope?.conferenceId !== undefined && may(actor, 'audit.read', scope) ? { everything: false, seriesIds: [], conferenceIds: [scope.conferenceId] } : denied(actor);
    }
    const reach = await this.reaches.of(actor, 'audit.read');
    return reachesSomething(reach) ? reach : denied(actor);
  }
}

async function nameOf({ subjectKind, subjectId }: AuditLine, { loaders }: RequestContext): Promise<SubjectName | null> {
  return subjectId === null ? null : loaders.load(subjectName, `${subjectKind} ${subjectId}` satisfies SubjectKey);
}
