import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { conferenceEntities, CreateConference, CreateSeries } from '#conferences';
import type { Conference } from '#conferences';
import { identityEntities, systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { ContactImportId, FileId, Refusal } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities, TakeFile } from '#media';
import { peopleEntities } from '#people';
import { placesEntities } from '#places';
import { PlatformModule, settingsFrom, silentLog, UnitOfWork } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApplyImport, CheckImport, contactEntities, ContactImport, ContactsModule, ImportContacts, MoveImport, UndoImport } from '../index.js';
import type { ImportWishes } from '../index.js';

const entities = [...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...contactEntities];

/** Contacts on a database and a folder of their own, with two editions of one series. For tests. */
export class AddressBook {
  private constructor(
    readonly database: ThrowawayDatabase, readonly folder: string, readonly clock: FixedClock, private readonly app: INestApplicationContext, readonly conference: Conference,
  ) {}

  static async open(): Promise<AddressBook> {
    const [database, folder] = [await throwawayDatabase(entities, 2), await mkdtemp(join(tmpdir(), 'huiguan-contacts-'))];
    const clock = new FixedClock();
    const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'of contacts tests'.padEnd(32, '.'), DATA_DIR: folder });
    @Module({ imports: [PlatformModule.forRoot({ settings, entities, applicationName: 'huiguan-test', clock, log: silentLog }), ContactsModule] })
    class Room {}
    const app = await NestFactory.createApplicationContext(Room, { logger: ['error'] });
    const series = done(await app.get(CreateSeries, { strict: false }).run(systemActor, { slug: 'gathering', title: { en: 'Gathering' }, rotation: ['Chongqing'] }));
    const conference = done(await app.get(CreateConference, { strict: false }).run(systemActor, {
      seriesId: series.id, slug: 'chongqing-2026', city: { en: 'Chongqing' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', locales: ['en', 'zh-Hans'],
      hosts: [], theme: { en: 'Hand in hand' },
    }));
    return new AddressBook(database, folder, clock, app, conference);
  }

  get<T>(door: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(door, { strict: false });
  }

  get work(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.database.source.query<Row[]>(sql, [...parameters]);
  }

  async upload(content: string | Uint8Array | Readable, name = 'list.csv'): Promise<FileId> {
    const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
    const taken = await this.get(TakeFile).run({
      content: stream, isCut: () => false, name, expected: 'TABLE', owner: { accountId: null, principal: 'system' }, signal: new AbortController().signal,
    });
    return done(taken).id;
  }

  /** Uploads, begins and tries an import. */
  async tried(content: string | Uint8Array | Readable, wishes: ImportWishes = {}, name = 'list.csv'): Promise<ContactImport> {
    const fileId = await this.upload(content, name);
    const one = done(await this.get(ImportContacts).run(systemActor, { conferenceId: this.conference.id, fileId, wishes }));
    await this.get(CheckImport).run(one.id, one.revision);
    return this.again(one.id);
  }

  async applied(content: string | Uint8Array | Readable, wishes: ImportWishes = {}, name = 'list.csv'): Promise<ContactImport> {
    const one = await this.tried(content, wishes, name);
    done(await this.get(MoveImport).apply(systemActor, one.id));
    await this.get(ApplyImport).run(one.id);
    return this.again(one.id);
  }

  async undone(id: ContactImportId): Promise<ContactImport> {
    done(await this.get(MoveImport).undo(systemActor, id));
    await this.get(UndoImport).run(id);
    return this.again(id);
  }

  again(id: ContactImportId): Promise<ContactImport> {
    return this.work.reader.findOneByOrFail(ContactImport, { id });
  }

  /** Everything that is known of contacts, to compare before and after. */
  async everything(): Promise<unknown> {
    const contacts = await this.query('SELECT * FROM contact ORDER BY id');
    const members = await this.query('SELECT * FROM contact_list_member ORDER BY list_id, contact_id');
    return { contacts, members };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }
}

export function done<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, Refusal>;
}
