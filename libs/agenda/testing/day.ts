import { conferenceEntities, CreateConference, CreateSeries, DefineCategory, MoveConference } from '#conferences';
import type { CategoryInput, Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor } from '#identity';
import { invitationEntities } from '#invitations';
import type { DepartureId, ForumId, OfferId, RegistrationId } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { ExpireOffers, Places, placesEntities, placesInvariants } from '#places';
import type { FactDeclaration } from '#platform';
import { ChooseForum, CreateForum, programmeEntities, ScheduleSession } from '#programme';
import { RegisterDelegate, Registration, registrationEntities } from '#registration';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import { AddDeparture, BookDeparture, CreateVisit, visitsEntities } from '#visits';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { AgendaModule } from '../index.js';

export { done } from '#testkit';

const entities = [
  ...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities, ...registrationEntities,
  ...programmeEntities, ...visitsEntities,
];

let count = 0;

export interface Delegate {
  readonly actor: Actor;
  readonly registrationId: RegistrationId;
}

/** A conference with forums and visits on a database of its own, before any worker has seen it. For tests. */
export class Day extends LibUnderTest {
  private constructor(opened: OpenedLib, readonly conference: Conference) {
    super(opened);
  }

  static async open(changes: Partial<NewConference> = {}): Promise<Day> {
    const opened = await openLib(AgendaModule, entities, 8);
    return new Day(opened, await openConference(opened.app, changes));
  }

  /** Somebody registered, confirmed where the category has a place. */
  async delegate(category = 'delegate', locale = 'en'): Promise<Delegate> {
    count += 1;
    const account = await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, `delegate${count}@example.org`, { locale }));
    const actor = accountActor(account);
    const answer = done(await this.get(RegisterDelegate).run(actor, {
      conferenceId: this.conference.id, category, joinLine: true,
      details: { names: { latinFamily: 'Okafor', latinGiven: `Adaeze ${count}` }, locale, consents: [{ key: 'privacy', textVersion: '2026-01' }] },
    }));
    return { actor, registrationId: answer.registrationId };
  }

  async category(key: string, changes: Partial<CategoryInput>): Promise<void> {
    done(await this.get(DefineCategory).run(systemActor, categoryInput(this.conference, { key, ...changes })));
  }

  /** A forum with one session at that time of 1 June. */
  async forum(from: string, to: string, capacity = 1): Promise<ForumId> {
    count += 1;
    const { forumId } = done(await this.get(CreateForum).run(systemActor, {
      conferenceId: this.conference.id, slug: `forum-${count}`, kind: 'THEMATIC', title: { 'en': `Forum ${count}`, 'zh-Hans': `论坛 ${count}` },
      admission: 'SIGN_UP', capacity, offerMinutes: 60,
    }));
    done(await this.get(ScheduleSession).run(systemActor, { forumId, startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` }));
    return forumId;
  }

  /** Departures of one visit on 1 June, each from one time to another. */
  async departures(...times: readonly [string, string][]): Promise<DepartureId[]> {
    count += 1;
    const { visitId } = done(await this.get(CreateVisit).run(systemActor, {
      conferenceId: this.conference.id, slug: `visit-${count}`, title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' }, stops: [],
    }));
    const added = times.map(async ([from, to]) => this.get(AddDeparture).run(systemActor, {
      visitId, startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}`, meetingPoint: { en: 'East gate' }, guideLanguages: ['en'], capacity: 1, offerMinutes: 60,
    }));
    return (await Promise.all(added)).map((one) => done(one).departureId);
  }

  async choose({ actor, registrationId }: Delegate, forumId: ForumId): Promise<string> {
    return done(await this.get(ChooseForum).run(actor, { registrationId, forumId, joinLine: true })).outcome;
  }

  async book({ actor, registrationId }: Delegate, departureId: DepartureId): Promise<string> {
    return done(await this.get(BookDeparture).run(actor, { registrationId, departureId, joinLine: true })).outcome;
  }

  /** `{ 'FORUM Forum 3': 'CONFIRMED' }` in short: state by subject id. */
  async standings({ registrationId }: Delegate): Promise<Record<string, string>> {
    const all = await this.get(Places).standings(this.work.reader, [registrationId]);
    return Object.fromEntries(all.filter(({ kind }) => kind !== 'CATEGORY').map(({ subjectId, state }) => [subjectId, state]));
  }

  async offerOf({ registrationId }: Delegate): Promise<OfferId> {
    const [row] = await this.query<{ id: OfferId }>('SELECT id FROM offer WHERE holder_id = $1 ORDER BY offered_at DESC, id DESC LIMIT 1', [registrationId]);
    if (row === undefined) throw new Error('nothing was offered');
    return row.id;
  }

  /** Payloads of the facts of one kind that were recorded, oldest first. */
  async factsOf<Payload extends object>({ name }: FactDeclaration<Payload>): Promise<Payload[]> {
    return (await this.query<{ payload: Payload }>("SELECT payload FROM outbox WHERE kind = 'fact' AND name = $1 ORDER BY id", [name])).map(({ payload }) => payload);
  }

  /** Kinds of the letters to a delegate, oldest first. */
  async lettersTo({ registrationId }: Delegate): Promise<string[]> {
    return (await this.query<{ kind: string }>('SELECT kind FROM message WHERE registration_id = $1 ORDER BY id', [registrationId])).map(({ kind }) => kind);
  }

  async stateOf({ registrationId }: Delegate): Promise<string> {
    return (await this.database.source.manager.findOneByOrFail(Registration, { id: registrationId })).state;
  }

  /** The clock moves on, and the sweep comes by. */
  async wait(minutes: number): Promise<void> {
    this.clock.moveBy(minutes * 60_000);
    await this.get(ExpireOffers).run();
  }

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
  done(await get(DefineCategory).run(systemActor, categoryInput(conference, {})));
  done(await get(MoveConference).run(systemActor, conference.id, 'PUBLISH'));
  return done(await get(MoveConference).run(systemActor, conference.id, 'OPEN'));
}

function categoryInput(conference: Conference, changes: Partial<CategoryInput>): CategoryInput {
  return {
    conferenceId: conference.id, key: 'delegate', title: { 'en': 'Delegate', 'zh-Hans': '代表' }, capacity: null, needsApproval: false, invitationOnly: false,
    waitlistLimit: null, offerMinutes: 60, asksTravelDocument: false, questions: [], ...changes,
  };
}
