import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import type { RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { ForumLetters } from './forum-letters.js';
import type { ProgrammeChangedProps } from './mails/programme-changed.mail.js';
import { ProgrammeChange } from './programme-change.entity.js';
import type { ProgrammeChangeId } from './programme-change.entity.js';
import { ShownForum, ShownSession } from './shown.entities.js';

/** A change with all that its letters say of it. */
export interface ToldChange {
  readonly change: ProgrammeChange;
  readonly conference: Conference;
  readonly forum: Forum;
  readonly props: Omit<ProgrammeChangedProps, 'name' | 'clashes'>;
}

/** Reads what a change is about. */
@Injectable()
export class ToldChanges {
  constructor(
    private readonly conferences: Conferences, private readonly forumLetters: ForumLetters, private readonly places: Places,
  ) {}

  async of(tx: Tx, changeId: ProgrammeChangeId): Promise<ToldChange> {
    const change = await tx.em.findOneByOrFail(ProgrammeChange, { id: changeId });
    const forum = await tx.em.findOneByOrFail(ShownForum, { id: change.forumId });
    const session = await tx.em.findOneByOrFail(ShownSession, { id: change.sessionId });
    const conference = await this.conferences.byId(tx.em, change.conferenceId);
    if (conference === null) throw new Error(`conference ${change.conferenceId} is gone`);
    return {
      change, conference, forum,
      props: {
        conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
        forum: { title: forum.title, admission: forum.admission },
        sessions: await this.forumLetters.told(tx, forum, [session]),
        writtenAt: change.changedAt.toISOString(), kind: change.kind, before: change.before, after: change.after,
      },
    };
  }

  /** Those of the registrations that still stand to one of the forum's places; who has left since is not written to. */
  async stillConcerned(tx: Tx, { forum }: ToldChange, ids: readonly RegistrationId[]): Promise<readonly RegistrationId[]> {
    const standings = await this.places.standings(tx.em, ids);
    const concerned = new Set(standings.filter((standing) => standing.poolId === forum.poolId).map((standing) => standing.holder));
    return ids.filter((id) => concerned.has(id));
  }
}
