import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, tidyLocalized } from '#kernel';
import type { ConferenceId, DelegationId, Refusal } from '#kernel';
import { Countries, lineOfText } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { countryOf, delegationProblems } from './check-delegation.js';
import type { DelegationInput } from './check-delegation.js';
import { DelegationDesk } from './delegation-desk.js';
import { Delegation } from './delegation.entity.js';

export interface DelegationRef {
  readonly delegationId: DelegationId;
}

/** Makes a delegation with its quotas; its head is told by letter and may sign in by link. */
@Injectable()
export class CreateDelegation {
  constructor(private readonly work: UnitOfWork, private readonly desk: DelegationDesk, private readonly countries: Countries, private readonly clock: Clock) {}

  async run(actor: Actor, { conferenceId, ...input }: DelegationInput & { readonly conferenceId: ConferenceId }): Promise<DelegationRef | Refusal> {
    const countries = await this.countries.table();
    return this.work.run(async (tx) => {
      const opened = await this.desk.open(tx, actor, conferenceId);
      if (isRefusal(opened)) return opened;
      const { conference, categories } = opened;
      const problems = delegationProblems(input, categories, countries);
      if (problems.length > 0) return invalid(problems);
      const now = this.clock.now();
      const delegation: Delegation = {
        id: newId(), conferenceId, name: tidyLocalized(input.name, 'line'), organisation: lineOfText(input.organisation ?? '') ?? null, country: countryOf(input),
        headAccountId: await this.desk.accountOf(tx, conference, input.head), headName: lineOfText(input.head?.name ?? '') ?? null,
        note: lineOfText(input.note ?? '', 1000) ?? null, createdAt: now, updatedAt: now, version: 1,
      };
      await tx.em.insert(Delegation, delegation);
      const refused = await this.desk.setQuotas(tx, delegation, input.quotas);
      if (refused !== undefined) return refused;
      await this.desk.handOver(tx, actor, conference, delegation, null, input.head);
      return { delegationId: delegation.id };
    });
  }
}
