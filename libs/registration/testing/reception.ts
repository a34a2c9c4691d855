import { CreateConference, CreateSeries, conferenceEntities, DefineCategory, MoveConference } from '#conferences';
import type { Category, CategoryInput, Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor, Grant } from '#identity';
import { invitationEntities, InvitationGuards } from '#invitations';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities, placesInvariants } from '#places';
import { JsonLog, PlatformModule, settingsFrom, UnitOfWork } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DetailsInput } from '../details.js';
import { registrationEntities, RegistrationModule } from '../index.js';
import type { RegisterDelegateInput, RegistrationRef } from '../register-delegate.js';
import { RegisterDelegate } from '../register-delegate.js';
import { RegistrationGuards } from '../registration-guards.js';
import { Registration } from '../registration.entity.js';

const entities = [
  ...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities, ...registrationEntities,
];

let count = 0;

/** Where people register: the lib on a database of its own, with an open conference. For tests. */
export class Reception {
  private constructor(
    readonly database: ThrowawayDatabase,
    readonly clock: FixedClock,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(options: { connections?: number; guards?: RegistrationGuards; invitationGuards?: Partial<InvitationGuards> } = {}): Promise<Reception> {
    const database = await throwawayDatabase(entities, 4);
    const clock = new FixedClock();
    const settings = settingsFrom({
      NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret of the tests, long enough to be one',
      DATABASE_POOL: String(options.connections ?? 10),
    });
    const platform = PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-test', clock, log: new JsonLog({ level: 'silent', application: 'test' }) });
    @Module({ imports: [platform, RegistrationModule] })
    class Room {}
    const app = await NestFactory.createApplicationContext(Room, { logger: ['error'] });
    if (options.guards !== undefined) Object.assign(app.get(RegistrationGuards, { strict: false }), options.guards);
    Object.assign(app.get(InvitationGuards, { strict: false }), options.invitationGuards ?? {});
    return new Reception(database, clock, app);
  }

  get<T>(door: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get<T>(door, { strict: false });
  }

  get work(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  /** An open conference. */
  async conference(changes: Partial<NewConference> = {}): Promise<Conference> {
    count += 1;
    const series = done(await this.get(CreateSeries).run(systemActor, { slug: `series-${count}`, title: { en: `Series ${count}` }, rotation: ['Chongqing'] }));
    const conference = done(await this.get(CreateConference).run(systemActor, {
      seriesId: series.id, slug: `chongqing-${count}-2026`, title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' },
      city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03',
      locales: ['en', 'zh-Hans'], hosts: [], ...changes,
    }));
    await this.category(conference.id);
    await this.moveConference(conference.id, 'PUBLISH');
    return this.moveConference(conference.id, 'OPEN');
  }

  async moveConference(id: ConferenceId, move: 'PUBLISH' | 'OPEN' | 'CLOSE' | 'ARCHIVE'): Promise<Conference> {
    return done(await this.get(MoveConference).run(systemActor, id, move));
  }

  /** A category of the conference, `delegate` where no other key is given. */
  async category(conferenceId: ConferenceId, changes: Partial<CategoryInput> = {}): Promise<Category> {
    return done(await this.get(DefineCategory).run(systemActor, {
      conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, needsApproval: false, invitationOnly: false,
      waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [], ...changes,
    }));
  }

  /** Somebody who signed in with an address. */
  async signedIn(email: string, grants: readonly Grant[] = []): Promise<Actor> {
    return accountActor(await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, email, { locale: 'en' })), grants);
  }

  register(actor: Actor, input: Partial<RegisterDelegateInput> & Pick<RegisterDelegateInput, 'conferenceId'>, key?: string): Promise<RegistrationRef | Refusal> {
    return this.get(RegisterDelegate).run(actor, { category: 'delegate', details: detailsOf('Lin', 'Meiling'), joinLine: true, ...input }, key);
  }

  /** Registers, and gives what was written. */
  async registered(actor: Actor, input: Partial<RegisterDelegateInput> & Pick<RegisterDelegateInput, 'conferenceId'>): Promise<Registration> {
    return this.registration(done(await this.register(actor, input)).registrationId);
  }

  registration(id: RegistrationId): Promise<Registration> {
    return this.database.source.manager.findOneByOrFail(Registration, { id });
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.work.run((tx) => tx.query<Row>(sql, parameters));
  }

  /** Kinds of the letters about a registration, oldest first. */
  async lettersOf(id: RegistrationId): Promise<string[]> {
    return (await this.query<{ kind: string }>('SELECT kind FROM message WHERE registration_id = $1 ORDER BY id', [id])).map(({ kind }) => kind);
  }

  async factsOf(id: RegistrationId): Promise<string[]> {
    const rows = await this.query<{ name: string }>("SELECT name FROM outbox WHERE kind = 'fact' AND payload->>'registrationId' = $1 ORDER BY id", [id]);
    return rows.map(({ name }) => name);
  }

  /** `null>SUBMITTED DELEGATE`: the history in short. */
  async historyOf(id: RegistrationId): Promise<string[]> {
    const rows = await this.query<{ step: string }>(
      "SELECT coalesce(from_state, '') || '>' || to_state || ' ' || mover AS step FROM registration_transition WHERE registration_id = $1 ORDER BY id", [id]);
    return rows.map(({ step }) => step);
  }

  /** What must never be, of places and of registrations; nothing where all is well. */
  async broken(): Promise<string[]> {
    const registrations = await this.query<{ broken: string }>(BROKEN);
    return [...await placesInvariants(this.work.reader, this.clock.now()), ...registrations.map((row) => row.broken)];
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

const BROKEN = `
  SELECT format('registration %s is %s, but its place is %s', r.id, r.state, coalesce(p.state, 'none')) AS broken
  FROM registration r JOIN category c ON c.id = r.category_id LEFT JOIN place p ON p.pool_id = c.pool_id AND p.holder_id = r.id
  WHERE p.state IS DISTINCT FROM CASE r.state WHEN 'CONFIRMED' THEN 'CONFIRMED' WHEN 'IN_REVIEW' THEN 'HELD' END
  UNION ALL
  SELECT format('registration %s is %s, but its history ends in %s', r.id, r.state, t.to_state)
  FROM registration r JOIN LATERAL (SELECT to_state FROM registration_transition WHERE registration_id = r.id ORDER BY id DESC LIMIT 1) t ON true
  WHERE t.to_state <> r.state
  UNION ALL
  SELECT format('category %s: %s counted as %s, but there are %s', coalesce(c.category_id, n.category_id), coalesce(c.n, 0), coalesce(c.state, n.state), coalesce(n.n, 0))
  FROM (SELECT category_id, state, sum(n) AS n FROM registration_count GROUP BY category_id, state HAVING sum(n) <> 0) c
  FULL JOIN (SELECT category_id, state, count(*) AS n FROM registration GROUP BY category_id, state) n USING (category_id, state)
  WHERE c.n IS DISTINCT FROM n.n
  UNION ALL
  SELECT format('account %s: %s live and %s drafts counted, but there are %s and %s', m.account_id, m.live, m.drafts, n.live, n.drafts)
  FROM managed_count m CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'))::int AS live, count(*) FILTER (WHERE state = 'DRAFT')::int AS drafts
    FROM registration r WHERE r.conference_id = m.conference_id AND r.account_id = m.account_id) n
  WHERE m.live <> n.live OR m.drafts <> n.drafts
  UNION ALL
  SELECT format('registration %s came into %s without a letter', t.registration_id, t.to_state) FROM registration_transition t
  WHERE t.to_state NOT IN ('DRAFT', 'SUBMITTED') AND t.from_state <> 'DRAFT' AND NOT (t.to_state = 'CANCELLED' AND t.mover = 'SYSTEM')
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.registration_id = t.registration_id AND m.unique_key LIKE '%:' || t.id)`;

/** What somebody of that name fills in, as far as it must be. */
export function detailsOf(latinFamily: string, latinGiven: string | null, changes: DetailsInput = {}): DetailsInput {
  return { names: { latinFamily, latinGiven }, consents: [{ key: 'privacy', textVersion: '2026-01' }], ...changes };
}

/** The answer of a verb that must not refuse. */
export function done<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}
