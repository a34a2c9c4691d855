import { newId } from '#kernel';
import type { AccountId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Account } from './account.entity.js';
import { emailKey } from './email.js';

/** Accounts by id and by address. */
@Injectable()
export class Accounts {
  /** The account of an address, made where there is none; asked for twice at once, one is made. `email` has passed parseEmail. */
  async findOrCreate(tx: Tx, email: string, options: { locale: string }): Promise<Account> {
    await tx.query('INSERT INTO account (id, email, email_key, locale) VALUES ($1, $2, $3, $4) ON CONFLICT (email_key) DO NOTHING', [
      newId<'Account'>(), email, emailKey(email), options.locale,
    ]);
    return tx.em.findOneByOrFail(Account, { emailKey: emailKey(email) });
  }

  /** Lets others that lock the account wait until the commit. */
  async lock(tx: Tx, id: AccountId): Promise<void> {
    await tx.query('SELECT id FROM account WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  /** As `lock`, for many, in one order for everybody. */
  async lockAll(tx: Tx, ids: readonly AccountId[]): Promise<void> {
    await tx.query('SELECT id FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
  }

  byId(em: EntityManager, id: AccountId): Promise<Account | null> {
    return em.findOneBy(Account, { id });
  }

  byEmail(em: EntityManager, email: string): Promise<Account | null> {
    return em.findOneBy(Account, { emailKey: emailKey(email) });
  }

  /** In no particular order; unknown ids are left out. */
  byIds(em: EntityManager, ids: readonly AccountId[]): Promise<Account[]> {
    return em.findBy(Account, { id: In([...ids]) });
  }
}
