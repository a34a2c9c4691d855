import { letterPrinter } from '#documents';
import type { Actor } from '#identity';
import { Clock, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { People } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { confirmationPaper } from './confirmation-paper.js';
import { mayRead } from './registration.policy.js';
import { Sight } from './sight.js';

export interface PrintedConfirmation {
  /** The code of the registration, to name the file by. */
  readonly code: string;
  readonly pdf: Buffer;
}

/** Prints that a registration is confirmed, for whoever may read it; as long as it is, so that no paper says more than the house does. */
@Injectable()
export class PrintConfirmation {
  constructor(
    private readonly work: UnitOfWork, private readonly sight: Sight, private readonly conditions: ConditionsDesk, private readonly people: People, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, registrationId: RegistrationId): Promise<PrintedConfirmation | Refusal> {
    const em = this.work.reader;
    const registration = await this.sight.of(em, actor, registrationId, mayRead);
    if (isRefusal(registration)) return registration;
    const { state, personId, locale, code } = registration;
    const person = state === 'CONFIRMED' && personId !== null ? await this.people.byId(em, personId) : null;
    if (person === null) return refuse('registration.not-confirmed', { state });
    const { conference, category } = await this.conditions.of(em, registration);
    const hosts = await this.conditions.hostsOf(em, conference.id);
    const print = await letterPrinter();
    return { code, pdf: print(confirmationPaper({ locale, code, names: person.names, category, conference, hosts, issuedAt: this.clock.now() })) };
  }
}
