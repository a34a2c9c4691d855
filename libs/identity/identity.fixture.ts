import { Letters, mailEntities } from '#mail';
import { KeyRing, LinkTokens, rowsOf, settingsFrom, silentLog } from '#platform';
import type { Settings } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type { ConferenceId, SeriesId } from '#kernel';
import type { Scope } from './access/access.policy.js';
import { accountActor, anonymousActor } from './access/actor.js';
import type { Actor, Grant } from './access/actor.js';
import { Actors } from './access/actors.js';
import type { Credentials } from './access/actors.js';
import { GrantRole } from './access/grant-role.js';
import { ScopeDirectory } from './access/scope-directory.js';
import type { ScopeName } from './access/scope-directory.js';
import type { Account } from './accounts/account.entity.js';
import { Accounts } from './accounts/accounts.js';
import { Audit } from './audit/audit.js';
import { identityEntities } from './identity.entities.js';
import { RedeemSignInLink } from './sign-in/redeem-sign-in-link.js';
import { RequestSignInLink } from './sign-in/request-sign-in-link.js';
import { SIGN_IN_PURPOSE, SignInLinks } from './sign-in/sign-in-links.js';
import { StaffAuth } from './staff/staff-auth.js';
import { StaffInvitations } from './staff/staff-invitations.js';
import { StaffSignIns } from './staff/staff-sign-ins.js';

/** One series with one conference; nothing else exists. */
export const SERIES = '01980000-0000-7000-8000-00000000000a' as SeriesId;
export const CONFERENCE = '01980000-0000-7000-8000-00000000000b' as ConferenceId;

class SmallDirectory extends ScopeDirectory {
  override whole({ kind, id }: ScopeName): Promise<Scope | undefined> {
    if (kind === 'INSTALLATION') return Promise.resolve({});
    if (kind === 'SERIES' && id === SERIES) return Promise.resolve({ seriesId: SERIES });
    if (kind === 'CONFERENCE' && id === CONFERENCE) return Promise.resolve({ seriesId: SERIES, conferenceId: CONFERENCE });
    return Promise.resolve(undefined);
  }

  override conferencesOf(seriesId: SeriesId): Promise<readonly ConferenceId[]> {
    return Promise.resolve(seriesId === SERIES ? [CONFERENCE] : []);
  }
}

export const stranger = anonymousActor('203.0.113.9', 'en');
export const everything: Grant = { role: 'OWNER', scopeKind: 'INSTALLATION', scopeId: null };

/** Identity over a database of the test's own, with a clock that stands still. */
export class IdentityFixture {
  readonly clock = new FixedClock();
  readonly keys: KeyRing;
  readonly tokens: LinkTokens;
  readonly letters: Letters;
  readonly accounts = new Accounts();
  readonly audit = new Audit();
  readonly directory = new SmallDirectory();
  readonly links: SignInLinks;
  readonly request: RequestSignInLink;
  readonly redeem: RedeemSignInLink;
  readonly grants: GrantRole;
  readonly invitations: StaffInvitations;
  readonly staffAuth: StaffAuth;
  readonly actors: Actors;

  private constructor(readonly database: ThrowawayDatabase, readonly settings: Settings) {
    const { work } = database;
    this.keys = new KeyRing(settings.SECRET_KEY);
    this.tokens = new LinkTokens(this.keys);
    this.letters = new Letters(settings);
    this.links = new SignInLinks(this.tokens, this.letters, this.clock);
    this.request = new RequestSignInLink(work, this.links);
    this.redeem = new RedeemSignInLink(work, this.accounts, this.clock);
    this.grants = new GrantRole(work, this.accounts, this.audit, this.directory);
    this.invitations = new StaffInvitations(this.tokens, this.letters, this.clock);
    this.staffAuth = new StaffAuth(settings, this.keys, silentLog);
    this.actors = new Actors(work, this.clock, new StaffSignIns(this.staffAuth));
  }

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<IdentityFixture> {
    const database = await throwawayDatabase([...identityEntities, ...mailEntities], 60);
    return new IdentityFixture(database, settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret for tests that nobody else has', ...settings }));
  }

  async close(): Promise<void> {
    await this.staffAuth.onApplicationShutdown();
    await this.database.drop();
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.database.work.reader, sql, parameters);
  }

  account(email: string): Promise<Account> {
    return this.database.work.run((tx) => this.accounts.findOrCreate(tx, email, { locale: 'en' }));
  }

  async owner(email = 'owner@example.org'): Promise<Actor> {
    const account = await this.account(email);
    await this.query("INSERT INTO role_grant (id, account_id, role, scope_kind, granted_by) VALUES (gen_random_uuid(), $1, 'OWNER', 'INSTALLATION', 'system') ON CONFLICT DO NOTHING", [account.id]);
    return accountActor(account, [everything]);
  }

  /** The token of the newest link to an address, as its letter would carry it. */
  async linkFor(email: string, next?: string): Promise<string> {
    await this.request.run(stranger, { email, next });
    const [row] = await this.query<{ id: string }>('SELECT id FROM sign_in_link WHERE email = $1 ORDER BY id DESC LIMIT 1', [email]);
    if (row === undefined) throw new Error(`no link for ${email}`);
    return this.tokens.linkToken(SIGN_IN_PURPOSE, row.id);
  }

  who(credentials: Partial<Credentials>): Promise<Actor> {
    return this.actors.whoHas({ bearer: undefined, cookie: undefined, cookieHeader: undefined, address: '203.0.113.9', locale: 'en', ...credentials });
  }
}
