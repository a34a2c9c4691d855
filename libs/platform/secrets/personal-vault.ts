import { randomBytes } from 'node:crypto';
import type { PersonId } from '#kernel';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/unit-of-work.js';
import type { Tx } from '../database/unit-of-work.js';
import type { KeyRing } from './key-ring.js';
import { seal, unseal } from './sealed-box.js';

/** Where a sealed value lives; it opens nowhere else. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/**
 * Encrypts what is most private of a person (travel documents) under a key of that person's own, which itself is kept
 * wrapped by the installation's key. Forgetting the key makes all of it unreadable at once, in backups too.
 */
export class PersonalVault {
  constructor(private readonly keys: KeyRing) {}

  /** Seals a text; the person's key is made at the first one. */
  async seal(tx: Tx, person: PersonId, place: SealedPlace, text: string): Promise<Buffer> {
    return seal(await this.keyOf(tx.em, person) ?? await this.makeKey(tx, person), aboutOf(place), Buffer.from(text));
  }

  /**
   * The text again, or nothing where the person's key was forgotten.
   * @throws Error where the value was changed or comes from another place
   */
  async open(reader: EntityManager, person: PersonId, place: SealedPlace, sealed: Buffer): Promise<string | undefined> {
    const key = await this.keyOf(reader, person);
    return key === undefined ? undefined : unseal(key, aboutOf(place), sealed).toString();
  }

  /** After the commit nothing sealed for this person can be read by anyone. */
  async forget(tx: Tx, person: PersonId): Promise<void> {
    await tx.query('DELETE FROM personal_key WHERE person_id = $1', [person]);
  }

  private async keyOf(reader: EntityManager, person: PersonId): Promise<Buffer | undefined> {
    const [row] = await rowsOf<{ wrapped: Buffer }>(reader, 'SELECT wrapped FROM personal_key WHERE person_id = $1', [person]);
    return row === undefined ? undefined : unseal(this.wrapping(), person, row.wrapped);
  }

  private async makeKey(tx: Tx, person: PersonId): Promise<Buffer> {
    const wrapped = seal(this.wrapping(), person, randomBytes(32));
    const [row] = await tx.query<{ wrapped: Buffer }>(
      `INSERT INTO personal_key (person_id, wrapped) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET person_id = EXCLUDED.person_id RETURNING wrapped`,
      [person, wrapped],
    );
    if (row === undefined) throw new Error('the key of a person could not be written');
    return unseal(this.wrapping(), person, row.wrapped);
  }

  private wrapping(): Buffer {
    return this.keys.keyFor('personal keys');
  }
}

function aboutOf({ table, column, row }: SealedPlace): string {
  return JSON.stringify([table, column, row]);
}
