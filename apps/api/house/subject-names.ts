import type { LocalizedText } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

/** What a thing is called today. */
export interface SubjectName {
  readonly name: string | null;
  readonly title: LocalizedText | null;
}

/** Which thing, by its kind and id. */
export type SubjectKey = `${string} ${string}`;

export const subjectName = defineLoader<SubjectKey, SubjectName | null>('subjectName', () => null);

const PERSON = `coalesce(p.native_name, nullif(concat_ws(' ', p.latin_given, p.latin_family), ''))`;
const OF_KIND: Readonly<Record<string, string>> = {
  'account': `SELECT a.id, coalesce(nullif(s.name, ''), a.email) AS name FROM account a LEFT JOIN staff s ON s.id = a.id WHERE a.id = ANY($1)`,
  'api-token': 'SELECT id, name FROM api_token WHERE id = ANY($1)',
  'registration': `SELECT r.id, coalesce(${PERSON}, r.code) AS name FROM registration r LEFT JOIN person p ON p.id = r.person_id WHERE r.id = ANY($1)`,
  'campaign': 'SELECT id, name FROM campaign WHERE id = ANY($1)',
  'template': 'SELECT id, name FROM mail_template WHERE id = ANY($1)',
  'contact': 'SELECT id, coalesce(native_name, latin_name, address) AS name FROM contact WHERE id = ANY($1)',
  'contact-import': 'SELECT id, file_name AS name FROM contact_import WHERE id = ANY($1)',
  'message': 'SELECT id, to_address AS name FROM message WHERE id = ANY($1)',
  'suppression': 'SELECT id, address AS name FROM suppression WHERE id = ANY($1)',
  'programme_release': 'SELECT id, number::text AS name FROM programme_release WHERE id = ANY($1)',
  'series': 'SELECT id, title FROM series WHERE id = ANY($1)',
  'conference': 'SELECT id, title FROM conference WHERE id = ANY($1)',
  'category': 'SELECT id, title FROM category WHERE id = ANY($1)',
  'forum': 'SELECT id, title FROM forum WHERE id = ANY($1)',
  'delegation': 'SELECT id, name AS title FROM delegation WHERE id = ANY($1)',
  'visit': 'SELECT id, title FROM visit WHERE id = ANY($1)',
  'departure': 'SELECT d.id, v.title FROM departure d JOIN visit v ON v.id = d.visit_id WHERE d.id = ANY($1)',
  'pool': `
    SELECT p.id, coalesce(c.title, f.title, v.title) AS title FROM pool p LEFT JOIN category c ON c.pool_id = p.id LEFT JOIN forum f ON f.pool_id = p.id
    LEFT JOIN departure d ON d.pool_id = p.id LEFT JOIN visit v ON v.id = d.visit_id WHERE p.id = ANY($1)`,
};

/** Looks up what things of all rooms are called: one statement a kind. Only the app sees all rooms, so it is here. */
@Injectable()
export class SubjectNames {
  constructor(registry: LoaderRegistry, private readonly work: UnitOfWork) {
    registry.serve(subjectName, (keys) => this.of(keys));
  }

  async of(keys: readonly SubjectKey[]): Promise<ReadonlyMap<SubjectKey, SubjectName>> {
    const byKind = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(' ')));
    const named = await Promise.all([...byKind].map(async ([kind, ofKind]): Promise<[SubjectKey, SubjectName][]> => {
      const sql = OF_KIND[kind];
      if (sql === undefined) return [];
      const rows = await rowsOf<{ id: string; name?: string | null; title?: LocalizedText | null }>(this.work.reader, sql, [ofKind.map((key) => key.slice(kind.length + 1))]);
      return rows.map(({ id, name = null, title = null }) => [`${kind} ${id}`, { name, title }]);
    }));
    return new Map(named.flat());
  }
}
