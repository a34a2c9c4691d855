import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, refuse, tidyLocalized } from '#kernel';
import type { DelegationId, Refusal } from '#kernel';
import { Countries, lineOfText } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { countryOf, delegationProblems } from './check-delegation.js';
import type { DelegationInput } from './check-delegation.js';
import type { DelegationRef } from './create-delegation.js';
import { DelegationDesk } from './delegation-desk.js';
import { Delegation } from './delegation.entity.js';

export interface DelegationChange extends DelegationInput {
  readonly id: DelegationId;
  /** The version the editor saw. */
  readonly version: number;
}

/** Changes a delegation. A new head is told by letter, the old one loses the role at once; members stay. */
@Injectable()
export class UpdateDelegation {
  constructor(private readonly work: UnitOfWork, private readonly desk: DelegationDesk, private readonly countries: Countries, private readonly clock: Clock) {}

  async run(actor: Actor, { id, version, ...input }: DelegationChange): Promise<DelegationRef | Refusal> {
    const countries = await this.countries.table();
    return this.work.run(async (tx) => {
      const before = isId(id) ? await tx.em.findOne(Delegation, { where: { id }, lock: { mode: 'for_no_key_update' } }) : null;
      if (before === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('delegation.unknown');
      const opened = await this.desk.open(tx, actor, before.conferenceId);
      if (isRefusal(opened)) return opened;
      if (before.version !== version) return refuse('delegation.changed-meanwhile', { version: before.version });
      const problems = delegationProblems(input, opened.categories, countries);
      if (problems.length > 0) return invalid(problems);
      const delegation: Delegation = {
        ...before, name: tidyLocalized(input.name, 'line'), organisation: lineOfText(input.organisation ?? '') ?? null, country: countryOf(input),
        headAccountId: await this.desk.accountOf(tx, opened.conference, input.head), headName: lineOfText(input.head?.name ?? '') ?? null,
        note: lineOfText(input.note ?? '', 1000) ?? null, updatedAt: this.clock.now(), version: before.version + 1,
      };
      await tx.em.update(Delegation, { id }, delegation);
      const refused = await this.desk.setQuotas(tx, delegation, input.quotas);
      if (refused !== undefined) return refused;
      await this.desk.handOver(tx, actor, opened.conference, delegation, before.headAccountId, input.head);
      return { delegationId: id };
    });
  }
}
