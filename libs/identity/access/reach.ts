import type { ConferenceId, SeriesId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { scopesOf } from './access.policy.js';
import type { Actor } from './actor.js';
import type { Permission } from './roles.js';
import { ScopeDirectory } from './scope-directory.js';

/** How far a permission of an actor reaches, for lists over many scopes. */
export interface Reach {
  /** The installation, and with it whatever lies in no conference. */
  readonly everything: boolean;
  readonly seriesIds: readonly SeriesId[];
  /** Those that were named, and those of the series. */
  readonly conferenceIds: readonly ConferenceId[];
}

/** Finds out how far permissions reach. A grant on a part of a conference, as a forum, reaches no list. */
@Injectable()
export class Reaches {
  constructor(private readonly directory: ScopeDirectory) {}

  async of(actor: Actor, permission: Permission): Promise<Reach> {
    const grants = scopesOf(actor, permission);
    const idsOf = (kind: 'SERIES' | 'CONFERENCE'): string[] => grants.flatMap(({ scopeKind, scopeId }) => (scopeKind === kind && scopeId !== null ? [scopeId] : []));
    const seriesIds = idsOf('SERIES') as SeriesId[];
    const ofSeries = await Promise.all(seriesIds.map((id) => this.directory.conferencesOf(id)));
    return {
      everything: grants.some(({ scopeKind }) => scopeKind === 'INSTALLATION'),
      seriesIds,
      conferenceIds: [...new Set([...idsOf('CONFERENCE') as ConferenceId[], ...ofSeries.flat()])],
    };
  }
}

/** Whether there is anything at all that it reaches. */
export function reachesSomething({ everything, seriesIds, conferenceIds }: Reach): boolean {
  return everything || seriesIds.length > 0 || conferenceIds.length > 0;
}
