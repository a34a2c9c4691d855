import { Conferences } from '#conferences';
import { textEncodings } from '#documents';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { isLocale } from '#i18n';
import { Clock, invalid, isId, isRefusal, newId, refuse } from '#kernel';
import type { ConferenceId, ContactImportId, FieldProblem, FileId, Refusal, SeriesId } from '#kernel';
import { Files, isTable } from '#media';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import countries from 'i18n-iso-countries';
import type { EntityManager } from 'typeorm';
import { ContactList } from '../contact-list.entity.js';
import { conferenceFor } from '../contacts.policy.js';
import { checkContactImport } from '../jobs.js';
import { columnMeanings, REPEATABLE } from '../normalise/columns.js';
import { tagsOf } from '../normalise/normalise-row.js';
import { ContactImport } from './contact-import.entity.js';
import type { ImportWishes } from './contact-import.entity.js';

export interface NewContactImport {
  readonly conferenceId: ConferenceId;
  /** A file that the actor uploaded as a table. */
  readonly fileId: FileId;
  readonly wishes: ImportWishes;
}

/**
 * Begins an import: the file is read and tried by the worker, and nothing is written until a person applies it. Refused:
 * `file.unknown`, `file.no-table`, `input.invalid`, `conference.unknown`.
 */
@Injectable()
export class ImportContacts {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly files: Files, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewContactImport, idempotencyKey?: string): Promise<ContactImport | Refusal> {
    const made = await this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'importContacts', key: idempotencyKey, arguments: input }, () => this.within(tx, actor, input)));
    if (isRefusal(made)) return made;
    return this.work.reader.findOneByOrFail(ContactImport, { id: made.id });
  }

  private async within(tx: Tx, actor: Actor, { conferenceId, fileId, wishes }: NewContactImport): Promise<{ id: ContactImportId } | Refusal> {
    const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'contacts.edit');
    if (isRefusal(conference)) return conference;
    const problems = await wishProblems(tx.em, conference.seriesId, wishes);
    if (problems.length > 0) return invalid(problems);
    const file = isId(fileId) ? await this.files.byId(tx.em, fileId) : null;
    if (file === null) return refuse('file.unknown');
    if (!isTable(file.mediaType)) return refuse('file.no-table');
    const id = newId<'ContactImport'>();
    const unusable = await this.files.setUses(tx, { conferenceId: conference.id, usedBy: id, fileIds: [file.id], owner: actor });
    if (unusable.length > 0) return refuse('file.unknown');
    await tx.em.insert(ContactImport, {
      id, seriesId: conference.seriesId, conferenceId: conference.id, fileId: file.id, fileName: file.name, state: 'CHECKING',
      wishes: tidyWishes(wishes) as object, found: null, fingerprint: null, counts: {}, revision: 1, done: 0, problem: null, problemRow: null,
      principal: actor.principal, createdAt: this.clock.now(), checkedAt: null, appliedAt: null, undoneAt: null,
    });
    tx.enqueue(checkContactImport, { importId: id, revision: 1 });
    await this.audit.write(tx, { actor, action: 'contacts.import-begun', subjectKind: 'contact-import', subjectId: id, conferenceId: conference.id });
    return { id };
  }
}

/** What is wrong with what staff say about a file. */
export async function wishProblems(em: EntityManager, seriesId: SeriesId, { encoding, delimiter, meanings = [], country, locale, listId }: ImportWishes): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const unknown = (path: string): void => { problems.push({ path, code: 'unknown' }); };
  if (encoding !== undefined && !textEncodings.includes(encoding)) unknown('encoding');
  if (delimiter !== undefined && !/^[^"\r\n]$/u.test(delimiter)) unknown('delimiter');
  if (country !== undefined && !countries.isValid(country)) unknown('country');
  if (locale !== undefined && !isLocale(locale)) unknown('locale');
  if (meanings.some((meaning) => !columnMeanings.includes(meaning))) unknown('columns');
  const single = meanings.filter((meaning) => !REPEATABLE.has(meaning));
  const twice = single.find((meaning, at) => single.indexOf(meaning) !== at);
  if (twice !== undefined) problems.push({ path: 'columns', code: 'column-twice', data: { meaning: twice } });
  if (meanings.length > 0 && !single.some((meaning) => ['ADDRESS', 'NAME', 'NATIVE_NAME', 'LATIN_NAME', 'FAMILY_NAME'].includes(meaning))) problems.push({ path: 'columns', code: 'columns-without-person' });
  if (listId !== undefined && !(isId(listId) && await em.existsBy(ContactList, { id: listId, seriesId }))) unknown('listId');
  return problems;
}

/** Without what was not said, so that JSON keeps nothing of it. */
export function tidyWishes(wishes: ImportWishes): ImportWishes {
  const said = Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined)) as ImportWishes;
  return wishes.tags === undefined ? said : { ...said, tags: tagsOf(wishes.tags) };
}
