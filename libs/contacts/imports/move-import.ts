import { Conferences } from '#conferences';
import { Audit, denied, may } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { ContactImportId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from '../contacts.policy.js';
import { applyContactImport, checkContactImport, undoContactImport } from '../jobs.js';
import { ContactImport } from './contact-import.entity.js';
import type { ImportWishes } from './contact-import.entity.js';
import { importMoves, mayMoveImport } from './contact-import.status.js';
import type { ImportMove } from './contact-import.status.js';
import { tidyWishes, wishProblems } from './import-contacts.js';

/**
 * The steps of an import that a person takes; the worker does the work. A step that was taken already is answered as it
 * stands. Refused: `contact-import.unknown`, `contact-import.not-now`, `input.invalid`.
 */
@Injectable()
export class MoveImport {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly audit: Audit) {}

  /** Tries the file again, read otherwise. */
  check(actor: Actor, id: string, wishes: ImportWishes): Promise<ContactImport | Refusal> {
    return this.move(actor, id, 'CHECK', async (tx, one) => {
      const problems = await wishProblems(tx.em, one.seriesId, wishes);
      if (problems.length > 0) return invalid(problems);
      const revision = one.revision + 1;
      await tx.em.update(ContactImport, { id: one.id }, { wishes: tidyWishes(wishes), revision, problem: null, problemRow: null });
      tx.enqueue(checkContactImport, { importId: one.id, revision });
      return undefined;
    });
  }

  /** Writes what the last try said; contacts that changed meanwhile are judged anew. */
  apply(actor: Actor, id: string): Promise<ContactImport | Refusal> {
    return this.move(actor, id, 'APPLY', (tx, one) => {
      tx.enqueue(applyContactImport, { importId: one.id });
      return undefined;
    });
  }

  undo(actor: Actor, id: string): Promise<ContactImport | Refusal> {
    return this.move(actor, id, 'UNDO', (tx, one) => {
      tx.enqueue(undoContactImport, { importId: one.id });
      return undefined;
    });
  }

  private async move(actor: Actor, id: string, move: ImportMove, then: (tx: Tx, one: ContactImport) => Refusal | undefined | Promise<Refusal | undefined>): Promise<ContactImport | Refusal> {
    const moved = await this.work.run(async (tx): Promise<ContactImportId | Refusal> => {
      const one = isId(id) ? await tx.em.findOne(ContactImport, { where: { id: id as ContactImportId }, lock: { mode: 'for_no_key_update' } }) : null;
      if (one === null) return may(actor, 'contacts.edit', {}) ? refuse('contact-import.unknown') : denied(actor);
      const conference = await conferenceFor(this.conferences, tx.em, actor, one.conferenceId, 'contacts.edit');
      if (isRefusal(conference)) return conference;
      const { to } = importMoves[move];
      if (one.state === to && move !== 'CHECK') return one.id;
      if (move === 'APPLY' && one.state === 'APPLIED') return one.id;
      if (!mayMoveImport(one.state, move)) return refuse('contact-import.not-now', { state: one.state });
      const refusal = await then(tx, one);
      if (refusal !== undefined) return refusal;
      await tx.em.update(ContactImport, { id: one.id }, { state: to, done: 0 });
      await this.audit.write(tx, { actor, action: ACTIONS[move], subjectKind: 'contact-import', subjectId: one.id, conferenceId: conference.id });
      return one.id;
    });
    return isRefusal(moved) ? moved : this.work.reader.findOneByOrFail(ContactImport, { id: moved });
  }
}

const ACTIONS: Readonly<Record<ImportMove, string>> = { CHECK: 'contacts.import-checked', APPLY: 'contacts.import-applied', UNDO: 'contacts.import-undone' };
