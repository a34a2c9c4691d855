import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { RegistrationLetters } from './registration-letters.js';
import { mayRead } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';

/** What somebody is told who tried to register a person that is registered already. */
@Injectable()
export class TwinAnswer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RegistrationStore,
    private readonly conditions: ConditionsDesk,
    private readonly letters: RegistrationLetters,
  ) {}

  /**
   * The manager of the existing registration and staff are told which it is. A stranger learns only that a letter is on
   * its way: it goes to whoever owns the registration, at most once an hour. Other refusals are left as they are.
   */
  async to(actor: Actor, refusal: Refusal): Promise<Refusal> {
    if (refusal.refused !== 'registration.exists') return refusal;
    const existing = await this.store.byId(this.work.reader, refusal.data['registrationId'] as RegistrationId);
    if (existing === null) return refusal;
    const { conference } = await this.conditions.of(this.work.reader, existing);
    if (mayRead(actor, existing, conference)) return refusal;
    await this.work.run((tx) => this.letters.existing(tx, existing));
    return refuse('registration.link-sent');
  }
}
