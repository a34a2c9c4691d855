import { identityEntities, systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal, SeriesId } from '#kernel';
import { placesEntities } from '#places';
import { PlatformModule, settingsFrom, silentLog } from '#platform';
import type { UnitOfWork } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Category } from './category.entity.js';
import type { Conference } from './conference.entity.js';
import { ConferencesModule } from './conferences.module.js';
import { CreateConference } from './create-conference.js';
import type { NewConference } from './create-conference.js';
import { CreateSeries } from './create-series.js';
import { DefineCategory } from './define-category.js';
import type { CategoryInput } from './define-category.js';
import { conferenceEntities } from './index.js';
import type { Series } from './series.entity.js';

/** A conference as an organiser in Chongqing would enter it. */
export function chongqing(seriesId: SeriesId, changes: Partial<NewConference> = {}): NewConference {
  return {
    seriesId,
    slug: 'chongqing-2026',
    theme: { en: 'Hand in hand towards the future' },
    city: { en: 'Chongqing', 'zh-Hans': '重庆' },
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    startsOn: '2026-06-01',
    endsOn: '2026-06-03',
    locales: ['en', 'zh-Hans'],
    hosts: [{ role: 'CO_HOST', name: { en: "Chongqing Municipal People's Government" } }],
    ...changes,
  };
}

/** A category as it is entered. */
export function delegates(conferenceId: ConferenceId, changes: Partial<CategoryInput> = {}): CategoryInput {
  return {
    conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, needsApproval: false, invitationOnly: false,
    waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [], ...changes,
  };
}

let count = 0;

/** The lib on a database of its own, for tests. */
export class ConferenceRoom {
  private constructor(readonly database: ThrowawayDatabase, readonly clock: FixedClock, private readonly app: INestApplicationContext) {}

  static async open(): Promise<ConferenceRoom> {
    const entities = [...identityEntities, ...placesEntities, ...conferenceEntities];
    const database = await throwawayDatabase(entities);
    const clock = new FixedClock();
    const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'of conference tests'.padEnd(32, '.') });
    @Module({ imports: [PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-test', log: silentLog, clock }), ConferencesModule] })
    class Room {}
    return new ConferenceRoom(database, clock, await NestFactory.createApplicationContext(Room, { logger: ['error'], abortOnError: false }));
  }

  get work(): UnitOfWork {
    return this.database.work;
  }

  get<T>(door: Type<T>): T {
    return this.app.get(door, { strict: false });
  }

  async series(rotation: readonly string[]): Promise<Series> {
    count += 1;
    return done(await this.get(CreateSeries).run(systemActor, { slug: `series-${count}`, title: { en: `Series ${count}` }, rotation }));
  }

  async conference(seriesId: SeriesId, changes: Partial<NewConference>): Promise<Conference> {
    return done(await this.get(CreateConference).run(systemActor, chongqing(seriesId, changes)));
  }

  async category(conferenceId: ConferenceId, changes: Partial<CategoryInput> = {}): Promise<Category> {
    return done(await this.get(DefineCategory).run(systemActor, delegates(conferenceId, changes)));
  }

  /** Facts recorded about a conference, oldest first. */
  async factsOf(conferenceId: ConferenceId): Promise<string[]> {
    const rows = await this.database.source.query<{ name: string }[]>(
      "SELECT name FROM outbox WHERE kind = 'fact' AND payload->>'conferenceId' = $1 ORDER BY id", [conferenceId],
    );
    return rows.map(({ name }) => name);
  }

  async readersVersion(conferenceId: ConferenceId): Promise<number> {
    const [row] = await this.database.source.query<{ version: number }[]>('SELECT version::int FROM conference_version WHERE conference_id = $1', [conferenceId]);
    return row?.version ?? 0;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

/** The answer of a verb that must not refuse. */
export function done<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}
