import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import type { Conference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, isRefusal, newId, refuse } from '#kernel';
import type { ConferenceId, ForumId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { DraftDifferences } from './draft-differences.js';
import type { ProgrammeDifference } from './differences.js';
import { programmeReleased } from './facts.js';
import type { Forum } from './forum.entity.js';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';
import { ProgrammeRelease } from './programme-release.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';
import { lockProgramme } from './publication.js';
import { ReleaseNews } from './release-news.js';
import { ShownRows } from './shown-rows.js';
import { Snapshots } from './snapshots.js';

/** A programme that nobody else changes until the commit. */
export interface OpenProgramme {
  readonly conference: Conference;
  /** All, those that were taken out included. */
  readonly forums: readonly Forum[];
  /** Number of the last release; 0 before the first. */
  readonly last: number;
}

export interface ProgrammeReleased {
  readonly releaseId: ProgrammeReleaseId;
  readonly number: number;
  /** How many people are written to. */
  readonly notified: number;
}

/** Where the draft becomes what readers see. */
@Injectable()
export class ReleaseDesk {
  constructor(
    private readonly conferences: Conferences, private readonly differing: DraftDifferences, private readonly rows: ShownRows,
    readonly snapshots: Snapshots, private readonly news: ReleaseNews, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  /** Locks the programme, then its forums in order: whoever edits holds one of these locks. */
  async open(tx: Tx, actor: Actor, id: ConferenceId): Promise<OpenProgramme | Refusal> {
    const conference = await conferenceToEdit(this.conferences, tx, actor, id);
    if (isRefusal(conference)) return conference;
    await lockProgramme(tx, conference.id);
    const ids = await tx.query<{ id: ForumId }>('SELECT id FROM forum WHERE conference_id = $1', [conference.id]);
    const forums = await lockForums(tx, ids.map((row) => row.id));
    const last = await tx.em.maximum(ProgrammeRelease, 'number', { conferenceId: conference.id });
    return { conference, forums, last: last ?? 0 };
  }

  /** Shows the draft, re-times everyone's agenda and writes down who is to be told: all of it in this commit, or none. */
  async release(tx: Tx, actor: Actor, open: OpenProgramme, its: { note: string | null; restores: number | null }): Promise<ProgrammeReleased | Refusal> {
    const { conference, forums, last } = open;
    const changed = await this.differing.of(tx.em, conference.id);
    if (changed.length === 0 && last > 0 && its.restores === null) return refuse('programme.unchanged', { number: last });
    const blocks = await this.news.blocks(tx, conference);
    if (blocks.length > 0) return refuse('programme.blocked', { codes: blocks.map(({ code }) => code) });
    await this.rows.copy(tx, conference.id);
    const releaseId = await this.insert(tx, actor, conference.id, { ...its, number: last + 1, differences: [...changed] });
    const notified = await this.news.write(tx, conference.id, releaseId, forums, changed);
    if (notified > 0) tx.record(programmeReleased, { releaseId });
    await this.audit.write(tx, {
      actor, action: its.restores === null ? 'programme.released' : 'programme.rolled-back', subjectKind: 'programme_release', subjectId: releaseId,
      conferenceId: conference.id, data: { number: last + 1, restores: its.restores, differences: changed.length, notified },
    });
    await touchConference(tx, conference.id);
    return { releaseId, number: last + 1, notified };
  }

  now(): Date {
    return this.clock.now();
  }

  private async insert(
    tx: Tx, actor: Actor, conferenceId: ConferenceId, its: { note: string | null; restores: number | null; number: number; differences: ProgrammeDifference[] },
  ): Promise<ProgrammeReleaseId> {
    const id: ProgrammeReleaseId = newId();
    await tx.em.insert(ProgrammeRelease, {
      id, conferenceId, ...its, snapshot: await this.snapshots.take(tx, conferenceId), releasedAt: this.clock.now(), releasedBy: actor.accountId,
    });
    return id;
  }
}
