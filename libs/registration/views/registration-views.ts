import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, hasForbiddenCharacters, invalid, isId, isRefusal, newId, refuse, tidy } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal } from '#kernel';
import { brokenConstraint, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConditionsDesk } from '../conditions.js';
import type { ListSort } from '../registration-list.js';
import { staffMay } from '../registration.policy.js';
import { RegistrationView, viewColumns } from './view.entity.js';
import type { RegistrationViewId, ViewColumn, ViewFilter } from './view.entity.js';

export interface NewView {
  readonly conferenceId: ConferenceId;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly sort: ListSort;
  /** All where absent. */
  readonly columns?: readonly ViewColumn[] | null | undefined;
}

const LONGEST_NAME = 80;
/** Of one person in one conference; more are no longer found again. */
const MOST_VIEWS = 50;
const LONGEST_SEARCH = 200;
const MOST_OF_A_KIND = 300;

/**
 * The filters that staff keep under names, each their own; whoever may read the conference's registrations may look
 * through somebody else's by its link. Refused: `registration.view-unknown`, `registration.view-name-taken`, `input.invalid`.
 */
@Injectable()
export class RegistrationViews {
  constructor(private readonly work: UnitOfWork, private readonly conditions: ConditionsDesk, private readonly clock: Clock) {}

  /** The actor's own, by name. */
  async own(actor: Actor, conferenceId: ConferenceId): Promise<readonly RegistrationView[] | Refusal> {
    const denial = await this.denial(this.work.reader, actor, conferenceId);
    return denial ?? this.work.reader.find(RegistrationView, { where: { conferenceId, principal: actor.principal }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Anybody's, for those who may read what it shows. */
  one(actor: Actor, id: string): Promise<RegistrationView | Refusal> {
    return this.read(this.work.reader, actor, id);
  }

  async save(actor: Actor, input: NewView): Promise<RegistrationView | Refusal> {
    const name = tidy(input.name);
    try {
      return await this.work.run(async (tx) => {
        const denial = await this.denial(tx.em, actor, input.conferenceId);
        if (denial !== undefined) return denial;
        const problems = [...nameProblems(name), ...filterProblems(input.filter)];
        if (problems.length > 0) return invalid(problems);
        const { conferenceId, filter, sort } = input;
        const columns = input.columns == null ? null : viewColumns.filter((column) => input.columns?.includes(column));
        const { principal } = actor;
        if (await tx.em.countBy(RegistrationView, { conferenceId, principal }) >= MOST_VIEWS) return invalid([{ path: 'name', code: 'too-many', data: { max: MOST_VIEWS } }]);
        const view = tx.em.create(RegistrationView, { id: newId<'RegistrationView'>(), conferenceId, principal, name, filter, sort, columns, createdAt: this.clock.now() });
        await tx.em.insert(RegistrationView, view);
        return view;
      });
    } catch (fault) {
      if (brokenConstraint(fault) === 'registration_view_name') return refuse('registration.view-name-taken');
      throw fault;
    }
  }

  /** Only one's own: of others' there is none to be deleted. */
  remove(actor: Actor, id: string): Promise<RegistrationView | Refusal> {
    return this.work.run(async (tx) => {
      const view = await this.read(tx.em, actor, id);
      if (isRefusal(view)) return view;
      if (view.principal !== actor.principal) return refuse('registration.view-unknown');
      await tx.em.delete(RegistrationView, { id: view.id });
      return view;
    });
  }

  private async read(em: EntityManager, actor: Actor, id: string): Promise<RegistrationView | Refusal> {
    const view = isId(id) ? await em.findOneBy(RegistrationView, { id: id as RegistrationViewId }) : null;
    if (view === null) return refuse('registration.view-unknown');
    return await this.denial(em, actor, view.conferenceId) ?? view;
  }

  private async denial(em: EntityManager, actor: Actor, conferenceId: ConferenceId): Promise<Refusal | undefined> {
    const conference = await this.conditions.conference(em, conferenceId);
    return conference !== null && staffMay(actor, 'registration.read', conference) ? undefined : denied(actor);
  }
}

function nameProblems(name: string): readonly FieldProblem[] {
  if (name === '') return [{ path: 'name', code: 'required' }];
  if (name.length > LONGEST_NAME) return [{ path: 'name', code: 'too-long', data: { max: LONGEST_NAME } }];
  return hasForbiddenCharacters(name) ? [{ path: 'name', code: 'forbidden-characters' }] : [];
}

function filterProblems({ search, states, categories, nationalities, delegationIds, tags }: ViewFilter): readonly FieldProblem[] {
  if ((search ?? '').length > LONGEST_SEARCH) return [{ path: 'filter.search', code: 'too-long', data: { max: LONGEST_SEARCH } }];
  const most = Math.max(...[states, categories, nationalities, delegationIds, tags].map((list) => list?.length ?? 0));
  return most > MOST_OF_A_KIND ? [{ path: 'filter', code: 'too-many', data: { max: MOST_OF_A_KIND } }] : [];
}
