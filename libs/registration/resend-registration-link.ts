import type { Actor } from '#identity';
import { Clock, isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { RegistrationRef } from './register-delegate.js';
import { RegistrationLetters } from './registration-letters.js';
import { mayEdit } from './registration.policy.js';
import { Sight } from './sight.js';

/**
 * Sends the link to a registration or draft again, to the address that manages it and to no other; at most once a minute.
 * For its manager and for staff who may fill in registrations: a letter in somebody's name is more than reading.
 */
@Injectable()
export class ResendRegistrationLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sight: Sight,
    private readonly letters: RegistrationLetters,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, registrationId: RegistrationId): Promise<RegistrationRef | Refusal> {
    return this.work.run(async (tx) => {
      const registration = await this.sight.of(tx.em, actor, registrationId, (...about) => mayEdit(...about) !== undefined);
      if (isRefusal(registration)) return registration;
      const minute = this.clock.now().toISOString().slice(0, 16);
      await this.letters.link(tx, registration, 'ASKED', `${registration.id}:${minute}`);
      return { registrationId: registration.id };
    });
  }
}
