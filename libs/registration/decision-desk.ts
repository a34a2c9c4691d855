import { denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isBusy, LOG, UnitOfWork } from '#platform';
import type { Log, Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { RegistrationLetters } from './registration-letters.js';
import type { About } from './registration-letters.js';
import type { Registration } from './registration.entity.js';
import { staffMay } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved } from './registration.store.js';

/** What became of one registration; `refusal` says why where it was not decided. */
export interface Outcome {
  readonly registrationId: RegistrationId;
  readonly refusal: Refusal | null;
}

/** How many one request may decide. */
export const MOST_DECISIONS = 500;

/** What is decided of a locked registration. */
export type Decide = (tx: Tx, registration: Registration, about: About) => Promise<Moved | Refusal>;

/** Runs a decision of staff over many registrations, each in a transaction of its own: one refused stops no other. */
@Injectable()
export class DecisionDesk {
  constructor(private readonly work: UnitOfWork, private readonly store: RegistrationStore, private readonly letters: RegistrationLetters, @Inject(LOG) private readonly log: Log) {}

  async each(actor: Actor, ids: readonly RegistrationId[], reason: string | null, decide: Decide): Promise<readonly Outcome[] | Refusal<'input.invalid'>> {
    if (ids.length > MOST_DECISIONS) return invalid([{ path: 'ids', code: 'too-many', data: { max: MOST_DECISIONS } }]);
    const outcomes: Outcome[] = [];
    for (const id of ids) {
      const answer = await this.work.run((tx) => this.one(tx, actor, id, reason, decide)).catch((fault: unknown) => this.failed(fault));
      outcomes.push({ registrationId: id, refusal: isRefusal(answer) ? answer : null });
    }
    return outcomes;
  }

  /** One that failed stops no other either; what became of those before it must not be lost. */
  private failed(fault: unknown): Refusal {
    return isBusy(fault) ? refuse('limit.busy') : refuse('fault.try-again', { faultId: this.log.fault('a decision failed', fault) });
  }

  /** One of them, within the transaction that also writes what came of it. */
  async one(tx: Tx, actor: Actor, id: RegistrationId, reason: string | null, decide: Decide): Promise<Moved | Refusal> {
    const registration = isId(id) ? await this.store.lock(tx, id) : null;
    if (registration === null) return refuse('registration.unknown');
    const about = await this.letters.aboutOf(tx, registration);
    if (!staffMay(actor, 'registration.decide', about.conference)) return denied(actor);
    const moved = await decide(tx, registration, about);
    if (!isRefusal(moved)) await this.letters.afterMove(tx, moved, about, reason);
    return moved;
  }
}
