import { areDocumentsPast } from '#conferences';
import type { Answer, Form } from '#conferences';
import { Clock, invalid, isId, wallDate } from '#kernel';
import type { AccountId, PersonId, Refusal } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { answersTo, mergedAnswers } from './answers.js';
import { checkDetails } from './check-details.js';
import { missingDetails, missingInDraft, withoutRepeats } from './completeness.js';
import type { Conditions } from './conditions.js';
import type { CheckedDetails, DetailsInput } from './details.js';
import { PersonDesk } from './person-desk.js';
import type { Known } from './person-desk.js';
import type { KeptConsent, Registration } from './registration.entity.js';

/** What was filled in before; nothing of it in a new registration. */
export interface FilledBefore {
  readonly personId: PersonId | null;
  readonly answers: readonly Answer[];
  readonly consents: readonly KeptConsent[];
}

/** Details in which nothing is wrong: what is to be written with the person, and the columns of the registration. */
export interface GoodDetails {
  readonly known: Known;
  readonly checked: CheckedDetails;
  readonly columns: Partial<Registration>;
}

/** Checks what was filled in together with what is known already; writes nothing. */
@Injectable()
export class DetailsDesk {
  constructor(private readonly persons: PersonDesk, private readonly clock: Clock) {}

  /** Checks all at once: every problem beside its field. A draft may be incomplete, anything else may not. */
  async check(tx: Tx, countries: CountryTable, { conference, category, form }: Conditions, before: FilledBefore, input: DetailsInput, kind: 'COMPLETE' | 'DRAFT'): Promise<GoodDetails | Refusal<'input.invalid'>> {
    const known = await this.persons.known(tx, before.personId);
    const now = this.clock.now();
    const today = wallDate(now, conference.timeZone);
    const isErased = areDocumentsPast(conference, today);
    const { checked, problems } = checkDetails(input, {
      countries, now, today, residence: known.person?.residence ?? null, consents: before.consents,
    });
    const answers = answersTo(isErased ? withoutFilesMissed(form) : form, mergedAnswers(before.answers, input.answers), countries, kind === 'COMPLETE');
    const person = this.persons.after(known, checked);
    const whole = { person: { ...person, hasDocument: person.hasDocument || isErased }, consents: checked.columns.consents ?? before.consents };
    const missing = kind === 'COMPLETE' ? missingDetails(whole, category) : missingInDraft(whole.person, touchesPerson(checked));
    const all = withoutRepeats([...problems, ...missing, ...answers.problems]);
    if (all.length > 0) return invalid(all);
    const columns = { ...checked.columns, ...this.persons.keys(known, checked), answers: answers.kept, formVersion: form.version, categoryId: category.id };
    return { known, checked, columns };
  }

  /** Whether the account may register this person, whom it manages already. */
  async mayRegister(tx: Tx, accountId: AccountId, personId: PersonId): Promise<boolean> {
    return isId(personId) && this.persons.manages(tx.em, accountId, personId);
  }
}

/** The form of a conference whose files were erased: who corrects a registration of then is not asked for them again. */
function withoutFilesMissed(form: Form): Form {
  return { ...form, questions: form.questions.map((question) => (question.kind === 'FILE' ? { ...question, required: false } : question)) };
}

/** Whether something is to be kept with the person, and so needs one. */
export function touchesPerson({ person, travelDocument }: CheckedDetails): boolean {
  return Object.keys(person).length > 0 || travelDocument !== undefined && travelDocument !== null;
}
