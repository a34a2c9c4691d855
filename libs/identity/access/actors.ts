import { Clock } from '#kernel';
import type { AccountId, ApiTokenId, ConferenceId } from '#kernel';
import { Batches, rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { hashSecret, SIGN_IN_PREFIX } from '../sign-in/secrets.js';
import { StaffSignIns } from '../staff/staff-sign-ins.js';
import { anonymousActor } from './actor.js';
import type { Actor, Grant } from './actor.js';
import { isStaffRole } from './roles.js';
import type { Role, ScopeKind } from './roles.js';

/** What a request brings along to say who asks. */
export interface Credentials {
  /** Of the Authorization header: an API token, or the secret of a delegate's sign-in. */
  readonly bearer: string | undefined;
  /** Of the delegates' cookie. */
  readonly cookie: string | undefined;
  /** The whole Cookie header, which the staff's sign-in is read from. */
  readonly cookieHeader: string | undefined;
  readonly address: string;
  readonly locale: string;
}

interface SignInRow {
  readonly id: string;
  readonly account_id: AccountId;
  readonly email: string;
  readonly locale: string;
  readonly grants: readonly Grant[];
}

interface TokenRow {
  readonly id: ApiTokenId;
  readonly account_id: AccountId;
  readonly email: string;
  readonly locale: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
  readonly conference_id: ConferenceId | null;
}

const GRANTS = `coalesce((SELECT json_agg(json_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id, 'conferenceId', g.conference_id))
  FROM role_grant g WHERE g.account_id = a.id), '[]') AS grants`;
const BY_SIGN_IN = `
  SELECT t.n, s.id, a.id AS account_id, a.email, a.locale, ${GRANTS}
  FROM unnest($1::bytea[]) WITH ORDINALITY AS t(secret_hash, n)
  CROSS JOIN LATERAL (SELECT id, account_id FROM sign_in WHERE secret_hash = t.secret_hash AND ended_at IS NULL AND expires_at > $2 LIMIT 1) s
  JOIN account a ON a.id = s.account_id`;
const BY_STAFF = `SELECT a.id, a.id AS account_id, a.email, a.locale, ${GRANTS} FROM account a WHERE a.id = $1`;
// A token's last use is kept to the minute, so that a busy token does not write at each call.
const BY_TOKEN = `
  WITH found AS (
    SELECT t.id, t.account_id, a.email, a.locale, t.role, t.scope_kind, t.scope_id, t.conference_id, t.last_used_at
    FROM api_token t JOIN account a ON a.id = t.account_id
    WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)),
  used AS (
    UPDATE api_token SET last_used_at = $2 FROM found
    WHERE api_token.id = found.id AND coalesce(found.last_used_at, '-infinity') < $2 - interval '1 minute')
  SELECT id, account_id, email, locale, role, scope_kind, scope_id, conference_id FROM found`;

/** Finds out who asks. Whatever is unknown, ended, expired or revoked is nobody: the door is closed unless something opens it. */
@Injectable()
export class Actors {
  /** Every request of a crowd asks this: those that come together are one statement. */
  private readonly signIns = new Batches((secrets: readonly string[]) => this.signInsOf(secrets));

  constructor(private readonly work: UnitOfWork, private readonly clock: Clock, private readonly staff: StaffSignIns) {}

  /** A bearer token speaks alone, even if it is worth nothing; then the staff's cookie, then the delegates'. */
  async whoHas(credentials: Credentials): Promise<Actor> {
    const anonymous = anonymousActor(credentials.address, credentials.locale);
    const { bearer, cookie } = credentials;
    if (bearer !== undefined) return (bearer.startsWith(SIGN_IN_PREFIX) ? await this.bySignIn(bearer) : await this.byToken(bearer)) ?? anonymous;
    return await this.byStaffCookie(credentials.cookieHeader) ?? (cookie === undefined ? undefined : await this.bySignIn(cookie)) ?? anonymous;
  }

  private async bySignIn(secret: string): Promise<Actor | undefined> {
    const row = await this.signIns.ask(secret);
    return row === undefined ? undefined : account(row, 'LINK', row.id, false);
  }

  private async signInsOf(secrets: readonly string[]): Promise<(SignInRow | undefined)[]> {
    const rows = await rowsOf<SignInRow & { readonly n: string }>(this.work.reader, BY_SIGN_IN, [secrets.map(hashSecret), this.clock.now()]);
    const byPlace = new Map(rows.map((row) => [Number(row.n) - 1, row]));
    return secrets.map((_, at) => byPlace.get(at));
  }

  private async byStaffCookie(cookieHeader: string | undefined): Promise<Actor | undefined> {
    const signIn = await this.staff.find(cookieHeader);
    if (signIn === undefined) return undefined;
    const [row] = await rowsOf<SignInRow>(this.work.reader, BY_STAFF, [signIn.accountId]);
    return row === undefined ? undefined : account(row, 'STAFF', signIn.id, signIn.isProven);
  }

  private async byToken(secret: string): Promise<Actor | undefined> {
    const [row] = await rowsOf<TokenRow>(this.work.reader, BY_TOKEN, [hashSecret(secret), this.clock.now()]);
    if (row === undefined) return undefined;
    return {
      kind: 'TOKEN', accountId: row.account_id, tokenId: row.id, email: row.email, principal: `token:${row.id}`, locale: row.locale,
      grants: [{ role: row.role, scopeKind: row.scope_kind, scopeId: row.scope_id, conferenceId: row.conference_id }],
    };
  }
}

// Staff roles do not count where only a mailbox, or only a password, was proven.
function account(row: SignInRow, kind: 'LINK' | 'STAFF', signInId: string, isProven: boolean): Actor {
  const grants = isProven ? row.grants : row.grants.filter(({ role }) => !isStaffRole(role));
  return {
    kind: 'ACCOUNT', accountId: row.account_id, tokenId: null, email: row.email, principal: `account:${row.account_id}`, locale: row.locale,
    grants, lacksSecondFactor: grants.length < row.grants.length, signIn: { kind, id: signInId },
  };
}
