import { conferenceEntities, CreateConference, CreateSeries, DefineCategory, MoveConference } from '#conferences';
import type { Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor } from '#identity';
import { invitationEntities } from '#invitations';
import { isRefusal } from '#kernel';
import type { ForumId, PoolId, Refusal, RegistrationId, RoomId } from '#kernel';
import { mailEntities } from '#mail';
import { peopleEntities } from '#people';
import { placesEntities, placesInvariants } from '#places';
import { JsonLog, PlatformModule, settingsFrom, UnitOfWork } from '#platform';
import { RegisterDelegate, Registration, registrationEntities } from '#registration';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChooseForum, CreateForum, CreateRoom, CreateVenue, programmeEntities, ProgrammeModule, ScheduleSession } from '../index.js';
import type { ForumChosen, NewForum, SessionScheduled, SessionToSchedule } from '../index.js';

const entities = [
  ...identityEntities, ...mailEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities, ...registrationEntities, ...programmeEntities,
];

let count = 0;

/** A delegate of a test: who signs in, and the registration that is managed. */
export interface Delegate {
  readonly actor: Actor;
  readonly registrationId: RegistrationId;
}

/** The programme on a database of its own, with an open conference. For tests. */
export class Stage {
  private constructor(readonly database: ThrowawayDatabase, readonly clock: FixedClock, private readonly app: INestApplicationContext, readonly conference: Conference) {}

  static async open(changes: Partial<NewConference> = {}, connections = 12): Promise<Stage> {
    const database = await throwawayDatabase(entities, 2);
    const clock = new FixedClock();
    const settings = settingsFrom({
      NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret of the tests, long enough to be one',
      DATABASE_POOL: String(connections), PUBLIC_URL: 'https://conference.example.org',
    });
    const platform = PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-test', clock, log: new JsonLog({ level: 'silent', application: 'test' }) });
    @Module({ imports: [platform, ProgrammeModule] })
    class Room {}
    const app = await NestFactory.createApplicationContext(Room, { logger: ['error'] });
    return new Stage(database, clock, app, await openConference(app, changes));
  }

  get<T>(door: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(door, { strict: false });
  }

  get work(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.work.run((tx) => tx.query<Row>(sql, parameters));
  }

  /** A confirmed delegate with an address of their own, whose letters are in `locale`. */
  /** @param before what is done with the address before it registers */
  async delegate(locale = 'en', before: (email: string) => Promise<unknown> = () => Promise.resolve()): Promise<Delegate> {
    count += 1;
    const number = count;
    await before(`delegate${number}@example.org`);
    const account = await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, `delegate${number}@example.org`, { locale }));
    const actor = accountActor(account);
    const answer = done(await this.get(RegisterDelegate).run(actor, {
      conferenceId: this.conference.id, category: 'delegate', joinLine: true,
      details: { names: { latinFamily: 'Okafor', latinGiven: `Adaeze ${number}` }, locale, consents: [{ key: 'privacy', textVersion: '2026-01' }] },
    }));
    return { actor, registrationId: answer.registrationId };
  }

  /** The registration of a delegate with its conference. */
  async registrationOf(delegate: Delegate): Promise<{ registration: Registration; conference: Conference }> {
    const registration = await this.database.source.manager.findOneByOrFail(Registration, { id: delegate.registrationId });
    return { registration, conference: this.conference };
  }

  async delegates(howMany: number): Promise<Delegate[]> {
    const all: Delegate[] = [];
    for (let from = 0; from < howMany; from += 10) {
      all.push(...await Promise.all(Array.from({ length: Math.min(10, howMany - from) }, () => this.delegate())));
    }
    return all;
  }

  async room(capacity = 500): Promise<RoomId> {
    const { venueId } = done(await this.get(CreateVenue).run(systemActor, { conferenceId: this.conference.id, name: { 'en': 'Expo Centre', 'zh-Hans': '国博中心' } }));
    return done(await this.get(CreateRoom).run(systemActor, { venueId, name: { 'en': 'Great Hall', 'zh-Hans': '大会堂' }, capacity })).roomId;
  }

  async forum(changes: Partial<NewForum> = {}): Promise<ForumId> {
    count += 1;
    return done(await this.get(CreateForum).run(systemActor, {
      conferenceId: this.conference.id, slug: `forum-${count}`, kind: 'THEMATIC', title: { 'en': `Forum ${count}`, 'zh-Hans': `论坛 ${count}` },
      admission: 'SIGN_UP', capacity: 100, offerMinutes: 60, ...changes,
    })).forumId;
  }

  schedule(input: SessionToSchedule, actor: Actor = systemActor): Promise<SessionScheduled | Refusal> {
    return this.get(ScheduleSession).run(actor, input);
  }

  /** A forum with one session at that time of 1 June. */
  async forumAt(from: string, to: string, changes: Partial<NewForum> = {}): Promise<ForumId> {
    const forumId = await this.forum(changes);
    done(await this.schedule({ forumId, startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` }));
    return forumId;
  }

  choose(delegate: Delegate, forumId: ForumId, joinLine = false, key?: string): Promise<ForumChosen | Refusal> {
    return this.get(ChooseForum).run(delegate.actor, { registrationId: delegate.registrationId, forumId, joinLine }, key);
  }

  async poolOf(forumId: ForumId): Promise<PoolId> {
    const [row] = await this.query<{ pool_id: PoolId }>('SELECT pool_id FROM forum WHERE id = $1', [forumId]);
    if (row === undefined) throw new Error('no such forum');
    return row.pool_id;
  }

  /** Kinds of the letters to a delegate about the programme, oldest first. */
  async lettersTo(delegate: Delegate): Promise<string[]> {
    const rows = await this.query<{ kind: string }>(
      "SELECT kind FROM message WHERE registration_id = $1 AND kind LIKE 'programme.%' ORDER BY id", [delegate.registrationId]);
    return rows.map(({ kind }) => kind);
  }

  /** What must never be; nothing where all is well. */
  broken(): Promise<string[]> {
    return placesInvariants(this.work.reader, this.clock.now());
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

async function openConference(app: INestApplicationContext, changes: Partial<NewConference>): Promise<Conference> {
  const get = <T>(door: Type<T>): T => app.get(door, { strict: false });
  const series = done(await get(CreateSeries).run(systemActor, { slug: 'cooperation', title: { en: 'Cooperation Conference' }, rotation: ['Chongqing'] }));
  const conference = done(await get(CreateConference).run(systemActor, {
    seriesId: series.id, slug: 'chongqing-2026', title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' },
    city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03',
    locales: ['en', 'zh-Hans'], hosts: [], ...changes,
  }));
  done(await get(DefineCategory).run(systemActor, {
    conferenceId: conference.id, key: 'delegate', title: { en: 'Delegate' }, capacity: null, needsApproval: false, invitationOnly: false,
    waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [],
  }));
  await get(MoveConference).run(systemActor, conference.id, 'PUBLISH');
  return done(await get(MoveConference).run(systemActor, conference.id, 'OPEN'));
}

/** The answer of a verb that must not refuse. */
export function done<T extends object>(answer: T): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, Refusal>;
}

/** The code of a verb's refusal, or nothing where it was done. */
export function code(answer: object): string | undefined {
  return isRefusal(answer) ? answer.refused : undefined;
}
