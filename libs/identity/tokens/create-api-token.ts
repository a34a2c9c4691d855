import { Clock, hasForbiddenCharacters, invalid, isRefusal, newId, refuse, tidy } from '#kernel';
import type { AccountId, ApiTokenId, ConferenceId, FieldProblem, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { denied, may } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { ROLES_IN } from '../access/roles.js';
import type { Role } from '../access/roles.js';
import { ScopeDirectory } from '../access/scope-directory.js';
import type { ScopeName } from '../access/scope-directory.js';
import { Audit } from '../audit/audit.js';
import { API_TOKEN_PREFIX, hashSecret, newSecret } from '../sign-in/secrets.js';
import { ApiToken } from './api-token.entity.js';

export interface NewApiToken {
  readonly name: string;
  readonly role: Role;
  readonly scope: ScopeName;
  readonly expiresAt?: Date | null | undefined;
}

export interface ApiTokenCreated {
  readonly token: ApiToken;
  /** Shown this once. */
  readonly secret: string;
}

interface ToWrite {
  readonly id: ApiTokenId;
  readonly secret: string;
  readonly input: NewApiToken;
  readonly within: ConferenceId | null;
}

const LONGEST_NAME = 100;

/** Makes a token for a program. It belongs to the account that made it and acts in one scope, where that account must own. */
@Injectable()
export class CreateApiToken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly directory: ScopeDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @param key a repetition under the same one makes no second token, and is told so: the secret is kept nowhere and
   * cannot be shown again
   */
  async run(actor: Actor, input: NewApiToken, key?: string): Promise<ApiTokenCreated | Refusal> {
    const { accountId } = actor;
    const whole = await this.directory.whole(input.scope);
    if (accountId === null || !may(actor, 'tokens.manage', whole ?? {})) return denied(actor);
    const problems = this.problemsOf(input);
    if (whole === undefined) problems.push({ path: 'scope', code: 'scope-unknown' });
    if (problems.length > 0) return invalid(problems);
    const id: ApiTokenId = newId();
    const secret = newSecret(API_TOKEN_PREFIX);
    const request = { principal: actor.principal, operation: 'createApiToken', key, arguments: input };
    return this.work.run(async (tx): Promise<ApiTokenCreated | Refusal> => {
      const made = await once(tx, request, () => this.write(tx, actor, accountId, { id, secret, input, within: whole?.conferenceId ?? null }));
      if (isRefusal(made)) return made;
      return made.tokenId === id ? { token: await tx.em.findOneByOrFail(ApiToken, { id }), secret } : refuse('token.made-before', { tokenId: made.tokenId });
    });
  }

  private async write(tx: Tx, actor: Actor, accountId: AccountId, { id, secret, input, within }: ToWrite): Promise<{ tokenId: ApiTokenId }> {
    await tx.query(
      'INSERT INTO api_token (id, account_id, name, secret_hash, role, scope_kind, scope_id, conference_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [id, accountId, tidy(input.name), hashSecret(secret), input.role, input.scope.kind, input.scope.id, within, this.clock.now(), input.expiresAt ?? null],
    );
    await this.audit.write(tx, {
      actor, action: 'token.created', subjectKind: 'api-token', subjectId: id, ...(within === null ? {} : { conferenceId: within }),
      data: { role: input.role, scopeKind: input.scope.kind, scopeId: input.scope.id },
    });
    return { tokenId: id };
  }

  private problemsOf({ name, role, scope, expiresAt }: NewApiToken): FieldProblem[] {
    const problems: FieldProblem[] = [];
    const tidied = tidy(name);
    if (tidied === '') problems.push({ path: 'name', code: 'required' });
    if (tidied.length > LONGEST_NAME) problems.push({ path: 'name', code: 'too-long', data: { max: LONGEST_NAME } });
    if (hasForbiddenCharacters(tidied)) problems.push({ path: 'name', code: 'forbidden-characters' });
    if (!ROLES_IN[scope.kind].includes(role)) problems.push({ path: 'role', code: 'role-not-here' });
    if (expiresAt != null && expiresAt <= this.clock.now()) problems.push({ path: 'expiresAt', code: 'expiry-passed' });
    return problems;
  }
}
