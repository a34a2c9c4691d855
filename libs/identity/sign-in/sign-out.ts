import { Clock } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ownAccountOf } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';

export interface SignedOut {
  readonly ended: number;
}

/** Ends sign-ins at once, on the server; a cookie that someone kept opens nothing. API tokens are revoked by their own verb. */
@Injectable()
export class SignOut {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** Ends the sign-in that asks; a token's call ends nothing. */
  here(actor: Actor): Promise<SignedOut> {
    const { signIn } = actor;
    return this.work.run(async (tx) => {
      if (signIn === undefined) return { ended: 0 };
      const rows = signIn.kind === 'LINK'
        ? await tx.query('UPDATE sign_in SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id', [signIn.id, this.clock.now()])
        : await tx.query('DELETE FROM staff_sign_in WHERE id = $1 RETURNING id', [signIn.id]);
      return { ended: rows.length };
    });
  }

  /** Ends every sign-in of the actor's own account, on all devices; a token has none. */
  everywhere(actor: Actor): Promise<SignedOut> {
    const accountId = ownAccountOf(actor);
    return this.work.run(async (tx) => {
      if (accountId === null) return { ended: 0 };
      const delegates = await tx.query('UPDATE sign_in SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2 RETURNING id', [accountId, this.clock.now()]);
      const staff = await tx.query('DELETE FROM staff_sign_in WHERE staff_id = $1 RETURNING id', [accountId]);
      return { ended: delegates.length + staff.length };
    });
  }
}
