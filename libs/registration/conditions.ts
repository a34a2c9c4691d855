import { Categories, Conferences, maySeeConference } from '#conferences';
import type { Category, Conference, Form, Host } from '#conferences';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { CategoryId, ConferenceId, Refusal } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Into what somebody registers. */
export interface Conditions {
  readonly conference: Conference;
  readonly category: Category;
  /** The newest form, or that of the version asked for. */
  readonly form: Form;
}

/** Finds conference, category and form, as far as the actor may know of them. */
@Injectable()
export class ConditionsDesk {
  constructor(private readonly conferences: Conferences, private readonly categories: Categories) {}

  /** A conference by its id, or null where there is none. */
  conference(em: EntityManager, id: ConferenceId): Promise<Conference | null> {
    return isId(id) ? this.conferences.byId(em, id) : Promise.resolve(null);
  }

  /** Its hosts, in the order in which protocol names them. */
  hostsOf(em: EntityManager, id: ConferenceId): Promise<readonly Host[]> {
    return this.conferences.hostsOf(em, [id]);
  }

  /** All categories of a conference in their order, with the questions of their newest forms. */
  async categoriesOf(em: EntityManager, id: ConferenceId): Promise<readonly { readonly category: Category; readonly questions: Form['questions'] }[]> {
    const categories = await this.categories.ofConferences(em, [id]);
    const forms = await this.categories.forms(em, categories.map((category) => ({ categoryId: category.id, version: category.formVersion })));
    return categories.map((category) => ({ category, questions: forms.find(({ categoryId }) => categoryId === category.id)?.questions ?? [] }));
  }

  /** By the category's key, as people name it; an unpublished conference does not exist for others than its staff. */
  async forEntry(em: EntityManager, actor: Actor, conferenceId: ConferenceId, key: string): Promise<Conditions | Refusal<'conference.unknown' | 'input.invalid'>> {
    const conference = await this.conference(em, conferenceId);
    if (conference === null || !maySeeConference(actor, conference)) return refuse('conference.unknown');
    const category = await this.categories.byKey(em, conference.id, key);
    return category === null ? invalid([{ path: 'category', code: 'unknown' }]) : this.withForm(em, conference, category, category.formVersion);
  }

  /** `forEntry` for many who come at once: what several of them ask about is read once. */
  forEntries(em: EntityManager): (actor: Actor, conferenceId: ConferenceId, key: string) => Promise<Conditions | Refusal<'conference.unknown' | 'input.invalid'>> {
    const read = new Map<string, Promise<Conditions | Refusal<'conference.unknown' | 'input.invalid'>>>();
    return async (actor, conferenceId, key) => {
      const name = `${conferenceId} ${key}`;
      const known = read.get(name) ?? this.forEntry(em, systemActor, conferenceId, key);
      read.set(name, known);
      const conditions = await known;
      // Another refusal would tell somebody who may not see the conference that it is there.
      if (isRefusal(conditions)) return this.forEntry(em, actor, conferenceId, key);
      return maySeeConference(actor, conditions.conference) ? conditions : refuse('conference.unknown');
    };
  }

  /** Of a registration that exists; with the newest form, or that of the version its answers were given to. */
  async of(em: EntityManager, registration: { conferenceId: ConferenceId; categoryId: CategoryId }, formVersion?: number): Promise<Conditions> {
    const [conference, category] = [await this.conferences.byId(em, registration.conferenceId), await this.categories.byId(em, registration.categoryId)];
    if (conference === null || category === null) throw new Error('a registration without its conference or category');
    return this.withForm(em, conference, category, formVersion ?? category.formVersion);
  }

  private async withForm(em: EntityManager, conference: Conference, category: Category, version: number): Promise<Conditions> {
    return { conference, category, form: await this.categories.form(em, category, version) };
  }
}
