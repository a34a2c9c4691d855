import { isLocale } from '#i18n';
import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { denied, ownAccountOf } from '../access/access.policy.js';
import type { Denial } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { Account } from './account.entity.js';

/** The language of letters and pages for the actor's own account. */
@Injectable()
export class SetLanguage {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor, locale: string): Promise<Account | Refusal<'input.invalid'> | Denial> {
    const accountId = ownAccountOf(actor);
    return this.work.run(async (tx) => {
      if (accountId === null) return denied(actor);
      if (!isLocale(locale)) return invalid([{ path: 'locale', code: 'locale-unknown' }]);
      await tx.query('UPDATE account SET locale = $2 WHERE id = $1', [accountId, locale]);
      return tx.em.findOneByOrFail(Account, { id: accountId });
    });
  }
}
