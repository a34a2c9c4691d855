import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from '../conditions.js';
import { staffMay } from '../registration.policy.js';
import { PERMISSION_OF_DEED } from './run-deeds.js';
import { RegistrationRun } from './run.entity.js';
import type { RegistrationRunId } from './run.entity.js';

/** Stops a run before its next registration; what is done stays. Of one that is through or stopped already, nothing is changed. */
@Injectable()
export class StopRegistrationRun {
  constructor(private readonly work: UnitOfWork, private readonly conditions: ConditionsDesk, private readonly clock: Clock) {}

  run(actor: Actor, id: string): Promise<{ id: RegistrationRunId } | Refusal> {
    return this.work.run(async (tx) => {
      const run = isId(id) ? await tx.em.findOne(RegistrationRun, { where: { id: id as RegistrationRunId }, lock: { mode: 'for_no_key_update' } }) : null;
      if (run === null) return refuse('registration.run-unknown');
      const conference = await this.conditions.conference(tx.em, run.conferenceId);
      if (conference === null || !staffMay(actor, PERMISSION_OF_DEED[run.deed], conference)) return denied(actor);
      if (run.finishedAt === null && run.stoppedAt === null) await tx.em.update(RegistrationRun, { id: run.id }, { stoppedAt: this.clock.now() });
      return { id: run.id };
    });
  }
}
