import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import type { RegistrationRef } from './register-delegate.js';
import { RegistrationLetters } from './registration-letters.js';
import { mayRead } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';

/** Sends the link to a registration or draft again, to the address that manages it and to no other; at most once a minute. */
@Injectable()
export class ResendRegistrationLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RegistrationStore,
    private readonly conditions: ConditionsDesk,
    private readonly letters: RegistrationLetters,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, registrationId: RegistrationId): Promise<RegistrationRef | Refusal> {
    return this.work.run(async (tx) => {
      const registration = isId(registrationId) ? await this.store.byId(tx.em, registrationId) : null;
      if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
      const { conference } = await this.conditions.of(tx.em, registration);
      if (!mayRead(actor, registration, conference)) return denied(actor);
      const minute = this.clock.now().toISOString().slice(0, 16);
      await this.letters.link(tx, registration, 'ASKED', `${registration.id}:${minute}`);
      return { registrationId: registration.id };
    });
  }
}
