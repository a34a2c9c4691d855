import { Injectable } from '@nestjs/common';
import { accountActor } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { LinkTokens } from '#platform';
import { Registrations } from '#registration';
import type { EntityManager } from 'typeorm';
import { ALTERNATIVES_LINK } from './alternatives-purpose.js';
import { DepartureNotice, DepartureTold } from './departure-notice.entity.js';
import type { DepartureToldId } from './departure-notice.entity.js';

/** Whose booking is meant, and who speaks for it. */
export interface Speaker {
  readonly actor: Actor;
  readonly registrationId: RegistrationId;
  /** What the letter said the registration had of the departure; nothing where no letter's link was followed. */
  readonly told: DepartureTold | undefined;
}

/** Knows who follows the link of a letter. Whoever has the letter speaks for the account it went to, for this one booking. */
@Injectable()
export class AlternativeLink {
  constructor(private readonly tokens: LinkTokens, private readonly registrations: Registrations) {}

  async speaker(
    em: EntityManager, actor: Actor, departureId: DepartureId, { registrationId, token }: { readonly registrationId?: RegistrationId | null | undefined; readonly token?: string | null | undefined },
  ): Promise<Speaker | Refusal<'departure.unknown' | 'link.unknown'>> {
    if (token == null || token === '') return registrationId == null || !isId(registrationId) ? refuse('departure.unknown') : { actor, registrationId, told: await this.toldOf(em, departureId, registrationId) };
    const toldId = this.tokens.verifyLinkToken<DepartureToldId & string>(ALTERNATIVES_LINK, token);
    const told = toldId === undefined ? null : await em.findOneBy(DepartureTold, { id: toldId });
    const notice = told === null ? null : await em.findOneBy(DepartureNotice, { id: told.noticeId, departureId });
    const registration = told === null || notice === null ? null : await this.registrations.byId(em, told.registrationId);
    if (told === null || registration === null) return refuse('link.unknown');
    const { accountId: id, email, locale } = registration;
    return { actor: accountActor({ id, email, locale }), registrationId: registration.id, told };
  }

  /** What a registration was last told of a departure. */
  private async toldOf(em: EntityManager, departureId: DepartureId, registrationId: RegistrationId): Promise<DepartureTold | undefined> {
    return await em.createQueryBuilder(DepartureTold, 'told')
      .innerJoin(DepartureNotice, 'notice', 'notice.id = told.noticeId')
      .where('notice.departureId = :departureId AND told.registrationId = :registrationId', { departureId, registrationId })
      .orderBy('told.id', 'DESC').limit(1).getOne() ?? undefined;
  }
}
