import { conferenceEntities, CreateConference, CreateSeries, DefineCategory, MoveConference } from '#conferences';
import type { Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor } from '#identity';
import { invitationEntities } from '#invitations';
import type { ForumId, PoolId, Refusal, RegistrationId, RoomId } from '#kernel';
import { mailEntities } from '#mail';
import { peopleEntities } from '#people';
import { placesEntities, placesInvariants } from '#places';
import { RegisterDelegate, Registration, registrationEntities } from '#registration';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { ChooseForum, CreateForum, CreateRoom, CreateVenue, programmeEntities, ProgrammeModule, ScheduleSession } from '../index.js';
import type { ForumChosen, NewForum, SessionScheduled, SessionToSchedule } from '../index.js';

export { code, done } from '#testkit';

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
export class Stage extends LibUnderTest {
  private constructor(opened: OpenedLib, readonly conference: Conference) {
    super(opened);
  }

  static async open(changes: Partial<NewConference> = {}, connections = 12): Promise<Stage> {
    const opened = await openLib(ProgrammeModule, entities, connections);
    return new Stage(opened, await openConference(opened.app, changes));
  }

  /**
   * A confirmed delegate with an address of their own, whose letters are in `locale`.
   * @param before what is done with the address before it registers
   */
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
