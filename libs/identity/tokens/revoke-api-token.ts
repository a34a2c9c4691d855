import { Clock, isId, refuse } from '#kernel';
import type { ApiTokenId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { denied, may, ownAccountOf } from '../access/access.policy.js';
import type { Denial } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { Audit } from '../audit/audit.js';
import { ApiToken } from './api-token.entity.js';

/** Makes a token unusable from the next request on. One's own may always be revoked; another's by an owner of the installation. */
@Injectable()
export class RevokeApiToken {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit, private readonly clock: Clock) {}

  run(actor: Actor, id: string): Promise<ApiToken | Refusal<'token.unknown'> | Denial> {
    return this.work.run(async (tx) => {
      const token = isId(id) ? await tx.em.findOneBy(ApiToken, { id: id as ApiTokenId }) : null;
      const isOwn = token !== null && token.accountId === ownAccountOf(actor);
      if (!isOwn && !may(actor, 'tokens.manage', {})) return denied(actor);
      if (token === null) return refuse('token.unknown');
      const changed = await tx.query('UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id', [token.id, this.clock.now()]);
      if (changed.length > 0) await this.audit.write(tx, {
        actor, action: 'token.revoked', subjectKind: 'api-token', subjectId: token.id, ...(token.conferenceId === null ? {} : { conferenceId: token.conferenceId }),
      });
      return tx.em.findOneByOrFail(ApiToken, { id: token.id });
    });
  }
}
