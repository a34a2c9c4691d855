import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { derivedColumns } from './derived-columns.js';
import { DetailsDesk } from './details-desk.js';
import type { DetailsInput } from './details.js';
import type { Editable } from './editing-desk.js';
import { OtherRegistrations } from './other-registrations.js';
import { keysDiffer } from './person-change.js';
import { PersonDesk } from './person-desk.js';
import type { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';
import { Submission } from './submission.js';

/** Changes what was filled in: absent parts stay, null empties; what was handed in stays complete. */
@Injectable()
export class Revision {
  constructor(
    private readonly details: DetailsDesk,
    private readonly persons: PersonDesk,
    private readonly others: OtherRegistrations,
    private readonly submission: Submission,
    private readonly store: RegistrationStore,
  ) {}

  async within(tx: Tx, countries: CountryTable, actor: Actor, { registration, conditions }: Editable, input: DetailsInput): Promise<Registration | Refusal> {
    const isDraft = registration.state === 'DRAFT';
    const good = await this.details.check(tx, countries, conditions, registration, input, isDraft ? 'DRAFT' : 'COMPLETE');
    if (isRefusal(good)) return good;
    const changed: Registration = { ...registration, ...good.columns };
    const refused = !isDraft && keysDiffer(registration, changed)
      ? await this.submission.admit(tx, changed, conditions.conference, { live: 0, drafts: 0 })
      : undefined;
    const unusable = refused ?? await this.submission.bindFiles(tx, actor, changed, registration);
    if (unusable !== undefined) return unusable;
    const { person, changed: changedPerson } = await this.persons.write(tx, registration.accountId, good.known, good.checked);
    const unfit = changedPerson === null ? undefined : await this.others.follow(tx, actor, changedPerson, registration);
    if (unfit !== undefined) return unfit;
    const written = { ...changed, personId: person?.id ?? null };
    return this.store.change(tx, registration, { ...written, ...derivedColumns(written, person) });
  }
}
