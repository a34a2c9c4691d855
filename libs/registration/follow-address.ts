import { Accounts } from '#identity';
import type { AccountId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { derivedColumns } from './derived-columns.js';
import { PersonDesk } from './person-desk.js';
import { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';

/** Lets an account's registrations follow its new address: letters go there, and lists find them by it. Doing it again changes nothing. */
@Injectable()
export class FollowAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly persons: PersonDesk,
    private readonly store: RegistrationStore,
  ) {}

  async run(accountId: AccountId): Promise<void> {
    await this.work.run(async (tx) => {
      const account = await this.accounts.byId(tx.em, accountId);
      if (account === null) return;
      for (const { id, email } of await tx.em.findBy(Registration, { accountId })) {
        if (email === account.email) continue;
        const registration = await this.store.lock(tx, id);
        if (registration === null) continue;
        const moved = { ...registration, email: account.email };
        const { person } = await this.persons.known(tx, registration.personId);
        await this.store.refresh(tx, registration, { email: account.email, ...derivedColumns(moved, person) });
      }
    });
  }
}
