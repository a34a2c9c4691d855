import { conferenceEntities, CreateConference, CreateSeries, DefineCategory, MoveConference } from '#conferences';
import type { Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor } from '#identity';
import { invitationEntities } from '#invitations';
import type { DepartureId, Refusal, RegistrationId, VisitId } from '#kernel';
import { mailEntities } from '#mail';
import { peopleEntities } from '#people';
import { placesEntities, placesInvariants } from '#places';
import { RegisterDelegate, Registration, registrationEntities } from '#registration';
import type { DetailsInput } from '#registration';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { AddDeparture, BookDeparture, CreateVisit, visitsEntities, VisitsModule } from '../index.js';
import type { DepartureBooked, NewDeparture, VisitRulesInput } from '../index.js';

export { code, done } from '#testkit';

const entities = [
  ...identityEntities, ...mailEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities, ...registrationEntities, ...visitsEntities,
];

let count = 0;

/** A delegate of a test: who signs in, and the registration that is managed. */
export interface Delegate {
  readonly actor: Actor;
  readonly registrationId: RegistrationId;
}

/** Visits on a database of its own, with an open conference. For tests. */
export class CoachPark extends LibUnderTest {
  private constructor(opened: OpenedLib, readonly conference: Conference) {
    super(opened);
  }

  static async open(changes: Partial<NewConference> = {}, connections = 12): Promise<CoachPark> {
    const opened = await openLib(VisitsModule, entities, connections);
    return new CoachPark(opened, await openConference(opened.app, changes));
  }

  /** A confirmed delegate with an address of their own, whose letters are in `locale`. */
  async delegate(locale = 'en', details: Partial<DetailsInput> = {}): Promise<Delegate> {
    count += 1;
    const number = count;
    const account = await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, `delegate${number}@example.org`, { locale }));
    return this.register(accountActor(account), locale, number, details);
  }

  /** Another registration that the same account manages. */
  async another(delegate: Delegate): Promise<Delegate> {
    count += 1;
    return this.register(delegate.actor, 'en', count, {});
  }

  private async register(actor: Actor, locale: string, number: number, details: Partial<DetailsInput>): Promise<Delegate> {
    const answer = done(await this.get(RegisterDelegate).run(actor, {
      conferenceId: this.conference.id, category: 'delegate', joinLine: true,
      details: { names: { latinFamily: 'Okafor', latinGiven: `Adaeze ${number}` }, locale, consents: [{ key: 'privacy', textVersion: '2026-01' }], ...details },
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

  async visit(rules: VisitRulesInput = {}): Promise<VisitId> {
    count += 1;
    return done(await this.get(CreateVisit).run(systemActor, {
      conferenceId: this.conference.id, slug: `visit-${count}`, title: { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' },
      whatToBring: { en: 'Good shoes' }, stops: [{ name: { en: 'Mount Baoding' }, afterMinutes: 90, stayMinutes: 120 }], ...rules,
    })).visitId;
  }

  /** A departure on 2 June, of a visit of its own unless one is given. */
  async departure(from: string, to: string, changes: Partial<NewDeparture> = {}): Promise<DepartureId> {
    return done(await this.get(AddDeparture).run(systemActor, {
      visitId: changes.visitId ?? await this.visit(), startsAt: `2026-06-02T${from}`, endsAt: `2026-06-02T${to}`,
      meetingPoint: { 'en': 'East gate', 'zh-Hans': '东门' }, vehicle: 'Coach 3', guideLanguages: ['en', 'zh-Hans'], capacity: 40, offerMinutes: 60, ...changes,
    })).departureId;
  }

  book(delegate: Delegate, departureId: DepartureId, joinLine = false, key?: string): Promise<DepartureBooked | Refusal> {
    return this.get(BookDeparture).run(delegate.actor, { registrationId: delegate.registrationId, departureId, joinLine }, key);
  }

  /** Kinds of the letters to a delegate about visits, oldest first. */
  async lettersTo(delegate: Delegate): Promise<string[]> {
    const rows = await this.query<{ kind: string }>(
      "SELECT kind FROM message WHERE registration_id = $1 AND kind LIKE 'visits.%' ORDER BY id", [delegate.registrationId]);
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
