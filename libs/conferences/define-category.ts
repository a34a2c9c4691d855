import { Audit } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { CategoryId, ConferenceId, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Category } from './category.entity.js';
import { CategoryWriter } from './category-writer.js';
import { checkCategory } from './check-category.js';
import type { CategoryDescription } from './check-category.js';
import { editRefusal } from './conference.policy.js';
import { Conferences } from './conferences.js';
import { touchConference } from './touch-conference.js';

export interface CategoryInput extends CategoryDescription {
  readonly conferenceId: ConferenceId;
  /** The version of the form that the editor saw; another one now is refused with `category.changed-meanwhile`. */
  readonly formVersion?: number | null | undefined;
}

/** Makes a category or changes the one of this key. */
@Injectable()
export class DefineCategory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly writer: CategoryWriter,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: CategoryInput, key?: string): Promise<Category | Refusal> {
    if (!isId(input.conferenceId)) return refuse('conference.unknown');
    return this.work.run(async (tx) => {
      const request = { principal: actor.principal, operation: 'defineCategory', key, arguments: input };
      const defined = await once(tx, request, () => this.define(tx, actor, input));
      return isRefusal(defined) ? defined : tx.em.findOneByOrFail(Category, { id: defined.id });
    });
  }

  private async define(tx: Tx, actor: Actor, input: CategoryInput): Promise<{ id: CategoryId } | Refusal> {
    const { conferenceId } = input;
    const conference = await this.conferences.lock(tx.em, conferenceId);
    const refusal = editRefusal(actor, conference);
    if (conference === null || refusal !== undefined) return refusal ?? refuse('conference.unknown');
    if (conference.state === 'ARCHIVED') return refuse('conference.archived');
    const checked = checkCategory(input);
    if ('problems' in checked) return invalid(checked.problems);
    const known = await tx.em.findOneBy(Category, { conferenceId, key: input.key });
    if (known !== null && input.formVersion != null && input.formVersion !== known.formVersion) return refuse('category.changed-meanwhile', { version: known.formVersion });
    const id = known === null
      ? await this.writer.make(tx, conferenceId, input.key, checked.value)
      : await this.writer.change(tx, known, checked.value);
    if (isRefusal(id)) return id;
    await this.audit.write(tx, { actor, action: 'conference.category-defined', subjectKind: 'category', subjectId: id, conferenceId });
    await touchConference(tx, conferenceId);
    return { id };
  }
}
