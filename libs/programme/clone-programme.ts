import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { ConferenceId, ForumId, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { CloneSource } from './clone-source.js';
import type { ClonedFrom } from './clone-source.js';
import { CreateForum } from './create-forum.js';
import { ReleaseDesk } from './release-desk.js';
import { ScheduleSession } from './schedule-session.js';

export interface ProgrammeToClone {
  readonly from: ConferenceId;
  readonly to: ConferenceId;
}

export interface ProgrammeCloned {
  readonly forums: number;
  readonly sessions: number;
}

const OFFER_MINUTES = 720;

/**
 * Begins a programme with what the last edition showed: forums and sessions with their wall-clock times, as many calendar
 * days later. Rooms and speakers stay behind: another region hosts, and others speak. Refused where there is one already.
 */
@Injectable()
export class CloneProgramme {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: ReleaseDesk, private readonly source: CloneSource,
    private readonly forums: CreateForum, private readonly sessions: ScheduleSession,
  ) {}

  async run(actor: Actor, input: ProgrammeToClone, key?: string): Promise<ProgrammeCloned | Refusal> {
    const request = { principal: actor.principal, operation: 'cloneProgramme', key, arguments: input };
    return this.work.run((tx) => once(tx, request, async () => {
      const open = await this.desk.open(tx, actor, input.to);
      if (isRefusal(open)) return open;
      if (open.forums.length > 0) return refuse('programme.not-empty');
      const source = await this.source.read(tx, actor, input.from, open.conference);
      return isRefusal(source) ? source : this.copy(tx, actor, source, open.conference);
    }));
  }

  private async copy(tx: Tx, actor: Actor, source: ClonedFrom, to: Conference): Promise<ProgrammeCloned | Refusal> {
    const made = new Map<ForumId, ForumId>();
    for (const forum of source.forums) {
      const size = source.sizes.get(forum.id) ?? null;
      const copied = await this.forums.within(tx, actor, {
        conferenceId: to.id, slug: forum.slug, kind: forum.kind, title: forum.title, description: forum.description, admission: forum.admission,
        capacity: size, offerMinutes: OFFER_MINUTES, audience: forum.audience, categoryIds: source.categoriesOf(forum), sender: forum.sender,
      });
      if (isRefusal(copied)) return copied;
      made.set(forum.id, copied.forumId);
    }
    for (const { forumId, title, description, kind, interpretation, startsAt, endsAt } of source.sessions) {
      const target = made.get(forumId);
      if (target === undefined) continue;
      const scheduled = await this.sessions.within(tx, actor, {
        forumId: target, title, description, kind, interpretation, startsAt: source.moved(startsAt), endsAt: source.moved(endsAt),
      }, { quietly: true });
      if (isRefusal(scheduled)) return scheduled;
    }
    return { forums: made.size, sessions: source.sessions.length };
  }
}
