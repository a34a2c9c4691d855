import { ownAccountOf } from '#identity';
import type { AccountId, Id, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Standing } from '#places';
import { Batches, UnitOfWork } from '#platform';
import { preferredRegistration, Registrations } from '#registration';
import type { Registration } from '#registration';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { toAgendaItem } from './agenda-item.view.js';

/** How a registration stands to all pools, its category's included, in order of time. */
export const standingsByRegistration = defineLoader<RegistrationId, readonly Standing[]>('standingsByRegistration', () => []);

/** Whose part in which forum or departure is asked for. */
export type MineKey = Id<'MineKey'>;

/** @param registrationId one of the caller's own; where absent the preferred one of the conference is meant */
export function mineKey(subjectId: string, registrationId: string | null | undefined): MineKey {
  return `${subjectId} ${registrationId ?? ''}` as MineKey;
}

/** What one registration of the caller has of a forum or departure; for `mine`. */
export const mineBySubject = defineLoader<MineKey, AgendaItemView | null>('mineBySubject', () => null);

/** The registrations that an account manages, of all conferences, newest first. */
export const registrationsByAccount = defineLoader<AccountId, readonly Registration[]>('registrationsByAccount', () => []);

/** Reads what people have; those who ask at the same time share a statement. */
@Injectable()
export class AgendaLoaders {
  private readonly registrationsOf: Batches<AccountId, readonly Registration[]>;
  private readonly standingsOf: Batches<RegistrationId, readonly Standing[]>;

  constructor(registry: LoaderRegistry, { reader }: UnitOfWork, places: Places, registrations: Registrations) {
    this.registrationsOf = new Batches<AccountId, readonly Registration[]>(async (ids) => {
      const all = Map.groupBy(await registrations.ofAccounts(reader, [...new Set(ids)]), ({ accountId }) => accountId);
      return ids.map((id) => all.get(id) ?? []);
    });
    this.standingsOf = new Batches<RegistrationId, readonly Standing[]>(async (ids) => {
      const all = Map.groupBy(await places.standings(reader, [...new Set(ids)]), ({ holder }) => holder);
      return ids.map((id) => all.get(id) ?? []);
    });
    registry.serve(registrationsByAccount, (ids) => askEach(this.registrationsOf, ids));
    registry.serve(standingsByRegistration, (ids) => askEach(this.standingsOf, ids));
    registry.serve(mineBySubject, async (keys, { actor }) => {
      const accountId = ownAccountOf(actor);
      return accountId === null ? new Map() : this.mine(accountId, new Set(keys));
    });
  }

  /** A subject lies in one conference, so that the preferred registration of each conference answers for all of them. */
  private async mine(accountId: AccountId, keys: ReadonlySet<MineKey>): Promise<Map<MineKey, AgendaItemView>> {
    const own = await this.registrationsOf.ask(accountId);
    const preferred = new Set([...Map.groupBy(own, ({ conferenceId }) => conferenceId).values()].map((all) => preferredRegistration(all)?.id));
    const found = new Map<MineKey, AgendaItemView>();
    for (const standing of (await Promise.all(own.map(({ id }) => this.standingsOf.ask(id)))).flat()) {
      const { subjectId, holder } = standing;
      for (const key of [mineKey(subjectId, holder), ...(preferred.has(holder) ? [mineKey(subjectId, null)] : [])]) {
        if (keys.has(key)) found.set(key, toAgendaItem(standing));
      }
    }
    return found;
  }
}

async function askEach<Key, Value>(batches: Batches<Key, Value>, keys: readonly Key[]): Promise<Map<Key, Value>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await batches.ask(key)] as const)));
}
