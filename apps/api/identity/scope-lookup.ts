import { Conference, Series } from '#conferences';
import { ScopeDirectory } from '#identity';
import type { Scope, ScopeName } from '#identity';
import { Delegation } from '#invitations';
import { isId } from '#kernel';
import type { ConferenceId, DelegationId, ForumId, SeriesId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Forum } from '#programme';
import { Injectable } from '@nestjs/common';

/** Looks up in what a scope lies: a forum or a delegation in its conference, a conference in its series. */
@Injectable()
export class ScopeLookup extends ScopeDirectory {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  override async whole({ kind, id }: ScopeName): Promise<Scope | undefined> {
    if (kind === 'INSTALLATION') return {};
    if (id === null || !isId(id)) return undefined;
    switch (kind) {
      case 'SERIES': return this.series(id as SeriesId);
      case 'CONFERENCE': return this.conference(id as ConferenceId);
      case 'FORUM': return this.forum(id as ForumId);
      case 'DELEGATION': return this.delegation(id as DelegationId);
    }
  }

  override async conferencesOf(seriesId: SeriesId): Promise<readonly ConferenceId[]> {
    return (await this.work.reader.find(Conference, { select: { id: true }, where: { seriesId } })).map(({ id }) => id);
  }

  private async series(id: SeriesId): Promise<Scope | undefined> {
    const found = await this.work.reader.findOneBy(Series, { id });
    return found === null ? undefined : { seriesId: found.id };
  }

  private async conference(id: ConferenceId): Promise<Scope | undefined> {
    const found = await this.work.reader.findOneBy(Conference, { id });
    return found === null ? undefined : { seriesId: found.seriesId, conferenceId: found.id };
  }

  private async delegation(id: DelegationId): Promise<Scope | undefined> {
    const found = await this.work.reader.findOneBy(Delegation, { id });
    return found === null ? undefined : { ...await this.conference(found.conferenceId), delegationId: found.id };
  }

  private async forum(id: ForumId): Promise<Scope | undefined> {
    const found = await this.work.reader.findOneBy(Forum, { id });
    return found === null ? undefined : { ...await this.conference(found.conferenceId), forumId: found.id };
  }
}
