import { Categories, Conferences, isPublic } from '#conferences';
import type { Category, Conference, Form } from '#conferences';
import { invalid, isId, refuse } from '#kernel';
import type { CategoryId, ConferenceId, Refusal } from '#kernel';
import type { Actor } from '#identity';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { staffMay } from './registration.policy.js';

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

  /** By the category's key, as people name it; an unpublished conference does not exist for others than its staff. */
  async forEntry(em: EntityManager, actor: Actor, conferenceId: ConferenceId, key: string): Promise<Conditions | Refusal<'conference.unknown' | 'input.invalid'>> {
    const conference = isId(conferenceId) ? await this.conferences.byId(em, conferenceId) : null;
    if (conference === null) return refuse('conference.unknown');
    if (!isPublic(conference.state) && !staffMay(actor, 'conference.read-draft', conference)) return refuse('conference.unknown');
    const category = await this.categories.byKey(em, conference.id, key);
    return category === null ? invalid([{ path: 'category', code: 'unknown' }]) : this.withForm(em, conference, category, category.formVersion);
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
