import { ownAccountOf } from '#identity';
import type { RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Standing } from '#places';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { toAgendaItem } from './agenda-item.view.js';

/** How a registration stands to all pools, its category's included, in order of time. */
export const standingsByRegistration = defineLoader<RegistrationId, readonly Standing[]>('standingsByRegistration', () => []);

/** What the caller's own registration has of a forum or departure, by the id of the forum or departure; for `mine`. */
export const mineBySubject = defineLoader<string, AgendaItemView | null>('mineBySubject', () => null);

@Injectable()
export class AgendaLoaders {
  constructor(registry: LoaderRegistry, private readonly work: UnitOfWork, private readonly places: Places, private readonly registrations: Registrations) {
    registry.serve(standingsByRegistration, async (ids) => Map.groupBy(await places.standings(work.reader, ids), ({ holder }) => holder));
    registry.serve(mineBySubject, async (subjectIds, { actor }) => {
      const accountId = ownAccountOf(actor);
      const standings = accountId === null ? [] : await this.standingsOf(accountId);
      const wanted = new Set(subjectIds);
      return new Map(standings.filter(({ subjectId }) => wanted.has(subjectId)).map((one) => [one.subjectId, toAgendaItem(one)]));
    });
  }

  private async standingsOf(accountId: Parameters<Registrations['ofAccounts']>[1][number]): Promise<readonly Standing[]> {
    const mine = await this.registrations.ofAccounts(this.work.reader, [accountId]);
    return this.places.standings(this.work.reader, mine.map(({ id }) => id));
  }
}
