import type { ConferenceId, SeriesId } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ScopeKind } from './roles.js';
import type { Scope } from './access.policy.js';

/** Names a scope as a caller does; `id` is null for the installation only. */
export interface ScopeName {
  readonly kind: ScopeKind;
  readonly id: string | null;
}

/**
 * Knows in what a scope lies, for instance the series of a conference. Identity cannot know: conferences and forums live
 * in higher libs, so the app binds what looks there.
 */
@Injectable()
export abstract class ScopeDirectory {
  /** The scope with all that it lies in, or nothing where there is no such thing. */
  abstract whole(name: ScopeName): Promise<Scope | undefined>;

  /** The conferences of a series, in no particular order. */
  abstract conferencesOf(seriesId: SeriesId): Promise<readonly ConferenceId[]>;
}
