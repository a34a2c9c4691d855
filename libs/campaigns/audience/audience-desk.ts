import type { ConferenceId, SeriesId } from '#kernel';
import { RegistrationList } from '#registration';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audienceSql } from './audience-filter.js';
import type { AudienceFilter, AudienceSql } from './audience-filter.js';
import { CONTACTS, registrants } from './registrants.js';

/** Puts an audience into SQL, of contacts or of registrations. */
@Injectable()
export class AudienceDesk {
  constructor(private readonly registrations: RegistrationList) {}

  /** Its values are added to `parameters`. */
  async sql(em: EntityManager, conference: { readonly id: ConferenceId; readonly seriesId: SeriesId }, filter: AudienceFilter, parameters: unknown[]): Promise<AudienceSql> {
    const source = filter.registrations === undefined ? CONTACTS : registrants(await this.registrations.idsSql(em, conference.id, filter.registrations, parameters));
    return audienceSql(conference, filter, source, parameters);
  }
}
