import { Injectable } from '@nestjs/common';
import type { RegistrationId } from '#kernel';
import { Pools } from '#places';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { Programmes } from './programmes.js';

/** Tells `places` when holding a forum occupies someone: while its sessions last, and not in the breaks between them. */
@Injectable()
export class ForumTimes {
  constructor(private readonly pools: Pools, private readonly programmes: Programmes) {}

  /** @returns registrations whose agendas clash since */
  async renew(tx: Tx, forum: Pick<Forum, 'id' | 'poolId'>): Promise<readonly RegistrationId[]> {
    const sessions = await this.programmes.sessionsOf(tx.em, [forum.id]);
    const { clashing } = await this.pools.setBusy(tx, forum.poolId, sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })));
    return clashing;
  }
}
