import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, wallDate } from '#kernel';
import type { Refusal } from '#kernel';
import type { CountryTable, Person } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { answersTo, mergedAnswers } from './answers.js';
import { checkDetails } from './check-details.js';
import { missingDetails, missingInDraft, withoutRepeats } from './completeness.js';
import { AttachedFiles } from './attached-files.js';
import { derivedColumns } from './derived-columns.js';
import type { CheckedDetails, DetailsInput } from './details.js';
import type { Editable } from './editing-desk.js';
import { touchesPerson } from './entry-desk.js';
import { PersonDesk } from './person-desk.js';
import type { Known } from './person-desk.js';
import type { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';
import { Submission } from './submission.js';

/** Checked changes to a registration, not written yet. */
interface Checked {
  readonly known: Known;
  readonly checked: CheckedDetails;
  readonly changed: Registration;
}

/** Changes what was filled in: absent parts stay, null empties; what was handed in stays complete. */
@Injectable()
export class Revision {
  constructor(
    private readonly persons: PersonDesk,
    private readonly submission: Submission,
    private readonly store: RegistrationStore,
    private readonly files: AttachedFiles,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, countries: CountryTable, actor: Actor, editable: Editable, input: DetailsInput): Promise<Registration | Refusal> {
    const checked = await this.check(tx, countries, editable, input);
    if (isRefusal(checked)) return checked;
    const { registration, conditions } = editable;
    if (registration.state !== 'DRAFT' && keysDiffer(registration, checked.changed)) {
      const refused = await this.submission.admit(tx, checked.changed, conditions.conference, { live: 0, drafts: 0 });
      if (refused !== undefined) return refused;
    }
    const unusable = await this.files.bind(tx, actor, checked.changed, registration);
    return unusable ?? this.write(tx, registration, checked);
  }

  private async check(tx: Tx, countries: CountryTable, { registration, conditions }: Editable, input: DetailsInput): Promise<Checked | Refusal<'input.invalid'>> {
    const { conference, category, form } = conditions;
    const isDraft = registration.state === 'DRAFT';
    const known = await this.persons.known(tx.em, registration.personId);
    const now = this.clock.now();
    const { checked, problems } = checkDetails(input, {
      countries, now, today: wallDate(now, conference.timeZone), residence: known.person?.residence ?? null, consents: registration.consents,
    });
    const answers = answersTo(form, mergedAnswers(registration.answers, input.answers), countries, !isDraft);
    const whole = { person: this.persons.after(known, checked), consents: checked.columns.consents ?? registration.consents };
    const missing = isDraft ? missingInDraft(whole.person, touchesPerson(checked)) : missingDetails(whole, category);
    const all = withoutRepeats([...problems, ...missing, ...answers.problems]);
    if (all.length > 0) return invalid(all);
    const keys = this.persons.keys(known, checked);
    return { known, checked, changed: { ...registration, ...checked.columns, ...keys, answers: answers.kept, formVersion: form.version, categoryId: category.id } };
  }

  private async write(tx: Tx, registration: Registration, { known, checked, changed }: Checked): Promise<Registration> {
    const person: Person | null = await this.persons.write(tx, registration.accountId, known, checked);
    const written = { ...changed, personId: person?.id ?? null };
    const result = await this.store.change(tx, registration, { ...written, ...derivedColumns(written, person) });
    if (person !== null && touchesPerson(checked)) await this.persons.refreshOthers(tx, person, result);
    return result;
  }
}

function keysDiffer(a: Registration, b: Registration): boolean {
  return a.latinKey !== b.latinKey || a.nativeKey !== b.nativeKey || a.documentIndex !== b.documentIndex;
}
