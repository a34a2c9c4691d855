import type { EntityManager } from 'typeorm';
import type { Campaign } from '../campaign.entity.js';
import { Audience } from './audience.entity.js';
import type { AudienceFilter } from './audience-filter.js';

/**
 * Whom a campaign writes to: the registrations that it names, or whom its audience finds; null where it has neither. Who is
 * registered is left out of registrations only by letters that ask people to register.
 */
export async function readersOf(em: EntityManager, { what, plan, audienceId }: Pick<Campaign, 'what' | 'plan' | 'audienceId'>): Promise<AudienceFilter | null> {
  const { registrations } = plan;
  if (registrations != null) return { registrations, withoutInvited: what === 'INVITATION', withoutRegistered: what === 'INVITATION' || what === 'REMINDER' };
  return audienceId === null ? null : (await em.findOneBy(Audience, { id: audienceId }))?.filter ?? null;
}
