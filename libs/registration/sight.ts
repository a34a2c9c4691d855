import { denied } from '#identity';
import type { Actor, Denial } from '#identity';
import type { Conference } from '#conferences';
import { isId, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConditionsDesk } from './conditions.js';
import type { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';

/** Finds a registration for somebody who may do something with it. */
@Injectable()
export class Sight {
  constructor(private readonly store: RegistrationStore, private readonly conditions: ConditionsDesk) {}

  /** @param mayDo the policy that decides, asked once the registration and its conference are known */
  async of(em: EntityManager, actor: Actor, id: RegistrationId, mayDo: (actor: Actor, registration: Registration, conference: Conference) => boolean): Promise<Registration | Denial | Refusal<'registration.unknown'>> {
    const registration = isId(id) ? await this.store.byId(em, id) : null;
    if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
    const { conference } = await this.conditions.of(em, registration);
    return mayDo(actor, registration, conference) ? registration : denied(actor);
  }
}
