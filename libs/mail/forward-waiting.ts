import type { AccountId } from '#kernel';
import type { Tx } from '#platform';

const FORWARD = `
  UPDATE message SET to_address = $2
  WHERE account_id = $1 AND state IN ('PENDING', 'DEFERRED') AND kind NOT LIKE 'identity.%'`;

/**
 * Lets an account's letters that were not sent yet go to its new address. Those of identity stay: they prove or warn the
 * very mailbox that they were written to.
 */
export async function forwardWaiting(tx: Tx, accountId: AccountId, email: string): Promise<void> {
  await tx.query(FORWARD, [accountId, email]);
}
