import { denied, may, mayWithin, scopesOf } from '#identity';
import type { Actor, Denial, Scope } from '#identity';
import { refuse } from '#kernel';
import type { ConferenceId, Refusal, SeriesId } from '#kernel';
import { isPublic } from './conference.status.js';
import type { ConferenceState } from './conference.status.js';

interface Placed {
  readonly id: ConferenceId;
  readonly seriesId: SeriesId;
}

/** Where a conference lies, for `may`: roles on its series count for it. */
export function scopeOf(conference: Placed): Scope & { readonly conferenceId: ConferenceId } {
  return { seriesId: conference.seriesId, conferenceId: conference.id };
}

export function mayEditConference(actor: Actor, conference: Placed): boolean {
  return may(actor, 'conference.edit', scopeOf(conference));
}

/** Anyone sees what was published; a draft only its staff, those of one of its forums included. */
export function maySeeConference(actor: Actor, conference: Placed & { readonly state: ConferenceState }): boolean {
  return isPublic(conference.state) || mayWithin(actor, 'conference.read-draft', scopeOf(conference));
}

/** A new edition is the series' business: a role on one of its conferences does not reach so far. */
export function mayAddEdition(actor: Actor, seriesId: SeriesId): boolean {
  return may(actor, 'conference.edit', { seriesId });
}

export type NotEditable = Denial | Refusal<'conference.unknown'>;

/** Why an actor may not edit a conference, if so; to those who may not see it, it does not exist. */
export function editRefusal(actor: Actor, conference: (Placed & { readonly state: ConferenceState }) | null): NotEditable | undefined {
  if (conference === null || !maySeeConference(actor, conference)) return refuse('conference.unknown');
  return mayEditConference(actor, conference) ? undefined : denied(actor);
}

/** The drafts an actor sees: all, or those of some series and some conferences. */
export interface DraftScope {
  readonly everywhere: boolean;
  readonly seriesIds: readonly SeriesId[];
  readonly conferenceIds: readonly ConferenceId[];
}

export function draftScopeOf(actor: Actor): DraftScope {
  const grants = scopesOf(actor, 'conference.read-draft');
  const ids = (kind: string): string[] => grants.flatMap((grant) => (grant.scopeKind === kind && grant.scopeId !== null ? [grant.scopeId] : []));
  return {
    everywhere: grants.some((grant) => grant.scopeKind === 'INSTALLATION'),
    seriesIds: ids('SERIES') as SeriesId[],
    conferenceIds: [...ids('CONFERENCE') as ConferenceId[], ...grants.flatMap(({ conferenceId }) => conferenceId ?? [])],
  };
}
