import type { Actor } from '#identity';
import { invalid, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { ConditionsDesk } from './conditions.js';
import type { DetailsInput } from './details.js';
import { EntryRights } from './entry-rights.js';
import { EditingDesk } from './editing-desk.js';
import type { Editable } from './editing-desk.js';
import type { RegistrationRef } from './register-delegate.js';
import { Revision } from './revision.js';

export interface UpdateRegistrationInput {
  readonly id: RegistrationId;
  /** The version the editor saw; absent means that the last writer wins. */
  readonly version?: number | null | undefined;
  /** Another category, by key; for drafts only, since the others hold a place of theirs. */
  readonly category?: string | null | undefined;
  readonly details: DetailsInput;
}

/** Changes a draft, or a registration until the deadline for edits. */
@Injectable()
export class UpdateRegistration {
  constructor(
    private readonly attempts: Attempts,
    private readonly editing: EditingDesk,
    private readonly conditions: ConditionsDesk,
    private readonly revision: Revision,
    private readonly rights: EntryRights,
  ) {}

  run(actor: Actor, input: UpdateRegistrationInput): Promise<RegistrationRef | Refusal> {
    return this.attempts.run(actor, (tx, countries) => this.within(tx, countries, actor, input));
  }

  private async within(tx: Tx, countries: CountryTable, actor: Actor, input: UpdateRegistrationInput): Promise<RegistrationRef | Refusal> {
    const open = await this.editing.open(tx, actor, input.id);
    if (isRefusal(open)) return open;
    const { registration } = open;
    if (typeof input.version === 'number' && input.version !== registration.version) {
      return refuse('registration.changed-meanwhile', { version: registration.version });
    }
    const editable = await this.inCategory(tx, actor, open, input.category);
    if (isRefusal(editable)) return editable;
    const changed = await this.revision.within(tx, countries, actor, editable, input.details);
    return isRefusal(changed) ? changed : { registrationId: changed.id };
  }

  private async inCategory(tx: Tx, actor: Actor, open: Editable, key: string | null | undefined): Promise<Editable | Refusal> {
    const { registration, conditions } = open;
    if (key === undefined || key === null || key === conditions.category.key) return open;
    if (registration.state !== 'DRAFT') return invalid([{ path: 'category', code: 'category.fixed' }]);
    const other = await this.conditions.forEntry(tx.em, actor, registration.conferenceId, key);
    if (isRefusal(other)) return other;
    const right = await this.rights.ofDraft(tx, { ...registration, categoryId: other.category.id }, open.mover === 'STAFF');
    return isRefusal(right) && right.refused === 'invitation.other-category' ? invalid([{ path: 'category', code: 'category.of-invitation' }]) : { ...open, conditions: other };
  }
}
