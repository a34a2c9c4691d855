import type { Category, Conference } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Places } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AttachedFiles } from './attached-files.js';
import { EntryRights } from './entry-rights.js';
import { ManagedCounts } from './managed-counts.js';
import type { Managed } from './managed-counts.js';
import type { Registration } from './registration.entity.js';
import { stateAfter } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved, Step } from './registration.store.js';
import type { Mover } from './registration.status.js';

export type AdmitRefusal = Refusal<'registration.exists' | 'registration.too-many' | 'registration.too-many-drafts'>;

/** How many one head may manage; far above any quota, so that no robot fills the house with drafts. */
const MOST_OF_DELEGATION = 1_000;

/** A registration about to be handed in. */
export interface HandIn {
  readonly registration: Registration;
  /** Not in the database yet: it is written with the state it arrives in. */
  readonly isNew: boolean;
  readonly category: Category;
  readonly place: 'HELD' | 'CONFIRMED';
  readonly joinLine: boolean;
  readonly mover: Mover;
}

/**
 * How a registration gets in: first the line of the address that manages it, then the registration's holder, then the
 * pool, then the row itself, then the invitation and the delegation it came by. Everybody goes this way in this order, so that nobody waits in a circle.
 */
@Injectable()
export class Submission {
  constructor(
    private readonly managed: ManagedCounts,
    private readonly store: RegistrationStore,
    private readonly places: Places,
    private readonly files: AttachedFiles,
    private readonly rights: EntryRights,
  ) {}

  /** Counts it for its address and refuses the same person twice, or more people than one address may manage. */
  async admit(tx: Tx, registration: Registration, conference: Conference, by: Managed): Promise<AdmitRefusal | undefined> {
    const { live, drafts } = await this.managed.count(tx, conference.id, registration.accountId, by);
    if (by.live >= 0 && registration.latinKey !== null) {
      const twin = by.drafts > 0 ? null : await this.store.twinOf(tx.em, registration);
      if (twin !== null) return refuse('registration.exists', { registrationId: twin.id });
    }
    // How many a delegation has its quota says.
    const most = registration.delegationId === null ? conference.personsPerAccount : MOST_OF_DELEGATION;
    if (by.live > 0 && live > most) return refuse('registration.too-many', { most });
    if (by.drafts > 0 && drafts > most) return refuse('registration.too-many-drafts', { most });
    return undefined;
  }

  /** Binds the files that its answers name; `before` is the registration as it was. */
  bindFiles(tx: Tx, actor: Actor, registration: Registration, before?: Registration): Promise<Refusal<'input.invalid'> | undefined> {
    return this.files.bind(tx, actor, registration, before);
  }

  /** Why there is no hope of a place or a turn, before anything is written for it; nothing where there is. */
  outlook(tx: Tx, category: Category, joinLine: boolean): Promise<Refusal | undefined> {
    return this.places.outlook(tx, category.poolId, { joinLine });
  }

  /** Takes a place of the category or joins its line, and writes where the registration arrived. */
  async handIn(tx: Tx, actor: Actor, entry: HandIn): Promise<Moved | Refusal> {
    const { registration, category, place } = entry;
    await this.places.openHolder(tx, registration.id, registration.conferenceId);
    const taken = await this.places.take(tx, { holder: registration.id, poolId: category.poolId, state: place, joinLine: entry.joinLine });
    if (isRefusal(taken)) return taken;
    const steps: [Step, Step] = [{ to: 'SUBMITTED', by: entry.mover }, { to: stateAfter(taken.outcome, place), by: 'SYSTEM' }];
    const moved = entry.isNew ? await this.store.insert(tx, actor, registration, steps) : await this.store.move(tx, actor, registration, steps, keptOf(registration));
    return await this.rights.use(tx, actor, moved.registration, entry.mover) ?? moved;
  }
}

/** What handing in a draft writes besides its state. */
function keptOf(registration: Registration): Partial<Registration> {
  const { submittedAt, latinKey, nativeKey, documentIndex, formVersion, answers, invitationId, delegationId } = registration;
  return { submittedAt, latinKey, nativeKey, documentIndex, formVersion, answers, invitationId, delegationId };
}
