import type { CategoryId, ConferenceId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Category } from './category.entity.js';
import { FormVersion } from './form-version.entity.js';
import type { Form } from './form.js';

/** Finding categories and their forms. */
@Injectable()
export class Categories {
  async byId(em: EntityManager, id: CategoryId): Promise<Category | null> {
    return em.findOneBy(Category, { id });
  }

  async byIds(em: EntityManager, ids: readonly CategoryId[]): Promise<Category[]> {
    return em.findBy(Category, { id: In(ids) });
  }

  async byKey(em: EntityManager, conferenceId: ConferenceId, key: string): Promise<Category | null> {
    return em.findOneBy(Category, { conferenceId, key });
  }

  async ofConferences(em: EntityManager, ids: readonly ConferenceId[]): Promise<Category[]> {
    return em.find(Category, { where: { conferenceId: In(ids) }, order: { conferenceId: 'ASC', position: 'ASC' } });
  }

  /** The form of a category: the newest, or the version that answers were given to. */
  async form(em: EntityManager, category: Category, version: number = category.formVersion): Promise<Form> {
    const [form] = await this.forms(em, [{ categoryId: category.id, version }]);
    if (form === undefined) throw new Error(`category ${category.id} has no form of version ${version}`);
    return form;
  }

  /** When each version of a category's form was written, newest first. */
  versions(em: EntityManager, categoryId: CategoryId): Promise<Pick<FormVersion, 'version' | 'createdAt'>[]> {
    return em.find(FormVersion, { select: { version: true, createdAt: true, categoryId: true }, where: { categoryId }, order: { version: 'DESC' } });
  }

  async forms(em: EntityManager, wanted: readonly { categoryId: CategoryId; version: number }[]): Promise<FormVersion[]> {
    return wanted.length === 0 ? [] : em.find(FormVersion, { where: wanted.map(({ categoryId, version }) => ({ categoryId, version })) });
  }
}
