import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { checkReason, Clock, invalid, isRefusal, newId, refuse } from '#kernel';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import { isProblems } from '#people';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from '../conditions.js';
import { carryOnRun } from '../jobs.js';
import { RegistrationList } from '../registration-list.js';
import type { ListFilter } from '../registration-list.js';
import { staffMay } from '../registration.policy.js';
import { checkTag } from '../tags/tag.rules.js';
import { isAboutTag, needsReason, PERMISSION_OF_DEED } from './run-deeds.js';
import { RegistrationRun } from './run.entity.js';
import type { RegistrationRunId, RunDeed } from './run.entity.js';

/** How many registrations one run may concern. */
export const MOST_IN_A_RUN = 100_000;

export interface NewRun {
  readonly conferenceId: ConferenceId;
  readonly deed: RunDeed;
  readonly reason?: string | null | undefined;
  /** Which one, where it is about a tag. */
  readonly tag?: string | null | undefined;
  /** Whom it concerns. */
  readonly filter: ListFilter;
  /** How many of them the one who asks saw; any number where absent. */
  readonly count?: number | undefined;
}

/**
 * Starts a decision over many registrations. Whom it concerns is settled here and never looked up again; where other
 * many match by now than were seen, nothing is started (`registration.count-differs`), and where nobody is left
 * `registration.nobody-matches`.
 */
@Injectable()
export class StartRegistrationRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conditions: ConditionsDesk,
    private readonly list: RegistrationList,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: NewRun, key?: string): Promise<{ id: RegistrationRunId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'startRegistrationRun', key, arguments: input }, () => this.start(tx, actor, input)));
  }

  private async start(tx: Tx, actor: Actor, { conferenceId, deed, reason: typed, tag: typedTag, ...choice }: NewRun): Promise<{ id: RegistrationRunId } | Refusal> {
    const conference = await this.conditions.conference(tx.em, conferenceId);
    const { accountId } = actor;
    if (conference === null || accountId === null || !staffMay(actor, PERMISSION_OF_DEED[deed], conference)) return denied(actor);
    const reason = checkReason(typed, 'reason', needsReason(deed));
    if (isProblems(reason)) return invalid(reason);
    const tag = isAboutTag(deed) ? checkTag(typedTag, 'tag') : null;
    if (tag !== null && typeof tag !== 'string') return invalid(tag);
    const registrationIds = await this.chosen(tx, conference.id, choice);
    if (isRefusal(registrationIds)) return registrationIds;
    const id = newId<'RegistrationRun'>();
    await tx.em.insert(RegistrationRun, {
      id, conferenceId, deed, reason: deed === 'SEND_LINK' || tag !== null ? null : reason, tag, registrationIds, accountId, tokenId: actor.tokenId, createdAt: this.clock.now(), finishedAt: null, stoppedAt: null,
    });
    await this.audit.write(tx, { actor, action: 'registration.run-started', subjectKind: 'registration-run', subjectId: id, conferenceId, data: { deed, count: registrationIds.length } });
    tx.enqueue(carryOnRun, { runId: id });
    return { id };
  }

  private async chosen(tx: Tx, conferenceId: ConferenceId, { filter, count }: Pick<NewRun, 'filter' | 'count'>): Promise<RegistrationId[] | Refusal> {
    const ids = await this.list.idsOf(tx.em, conferenceId, filter, MOST_IN_A_RUN + 1);
    if (ids.length > MOST_IN_A_RUN) return invalid([{ path: 'filter', code: 'too-many', data: { max: MOST_IN_A_RUN } }]);
    if (count !== undefined && count !== ids.length) return refuse('registration.count-differs', { count: ids.length });
    return ids.length === 0 ? refuse('registration.nobody-matches') : ids;
  }
}
