import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { Places } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntryRights } from './entry-rights.js';
import { ManagedCounts } from './managed-counts.js';
import type { Registration } from './registration.entity.js';
import { moveOr } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved, Step } from './registration.store.js';

/**
 * How a registration ends, whoever ends it: every place, turn and offer it has, of forums and visits as well, goes to the
 * next in line in the same transaction, and what it used of an invitation or a delegation is free again.
 */
@Injectable()
export class TakingBack {
  constructor(private readonly store: RegistrationStore, private readonly managed: ManagedCounts, private readonly places: Places, private readonly rights: EntryRights) {}

  async within(tx: Tx, actor: Actor, registration: Registration, step: Step): Promise<Moved | Refusal<'registration.move-not-allowed'>> {
    const to = moveOr(registration.state, step.to, step.by);
    if (isRefusal(to)) return to;
    const isDraft = registration.state === 'DRAFT';
    await this.managed.count(tx, registration.conferenceId, registration.accountId, isDraft ? { live: 0, drafts: -1 } : { live: -1, drafts: 0 });
    if (!isDraft) await this.places.releaseAll(tx, registration.id);
    const moved = await this.store.move(tx, actor, registration, [step]);
    await this.rights.giveBack(tx, registration);
    return moved;
  }
}
