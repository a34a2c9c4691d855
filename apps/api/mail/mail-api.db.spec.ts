import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceEntities, CreateConference, CreateSeries } from '#conferences';
import { identityEntities, systemActor } from '#identity';
import type { Actor, Role, ScopeKind } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { ConferenceId, MessageId, Refusal } from '#kernel';
import { defineLetter, Letters, mailEntities } from '#mail';
import { placesEntities } from '#places';
import { PlatformModule, settingsFrom, silentLog, UnitOfWork } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { MailApiModule } from './mail-api.module.js';
import { MessagesResolver } from './messages.resolver.js';
import { SettleUnclearResolver } from './settle-unclear.resolver.js';

const note = defineLetter<{ text: string }>('mail.note', {
  samples: [{ text: 'x' }], render: ({ text }) => ({ subject: text, preheader: text, blocks: [{ p: text }] }),
});
const entities = [...identityEntities, ...placesEntities, ...conferenceEntities, ...mailEntities];

function actorWith(role: Role, scopeKind: ScopeKind, scopeId: string | null): Actor {
  return { ...systemActor, kind: 'ACCOUNT', principal: 'account:1', grants: [{ role, scopeKind, scopeId }] };
}
function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

describe('the ledger through the API', () => {
  let database: ThrowawayDatabase;
  let house: TestingModule;
  let [here, elsewhere] = [newId(), newId()] as [ConferenceId, ConferenceId];
  let seriesId = '';

  beforeAll(async () => {
    database = await throwawayDatabase(entities);
    const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'k'.repeat(32) });
    house = await Test.createTestingModule({ imports: [PlatformModule.forRoot({ settings, entities, applicationName: 'test', log: silentLog }), MailApiModule] }).compile();
    await house.init();
    const series = done(await house.get(CreateSeries, { strict: false }).run(systemActor, { slug: 'series', title: { en: 'Series' }, rotation: ['Chongqing', 'Sichuan'] }));
    seriesId = series.id;
    const create = async (slug: string): Promise<ConferenceId> => done(await house.get(CreateConference, { strict: false }).run(systemActor, {
      seriesId: series.id, slug, title: { en: slug }, theme: { en: slug }, city: { en: 'Chongqing' }, country: 'CN', timeZone: 'Asia/Shanghai',
      startsOn: '2026-06-01', endsOn: '2026-06-03', locales: ['en'], hosts: [],
    })).id;
    [here, elsewhere] = [await create('here'), await create('elsewhere')];
  });
  afterAll(async () => {
    await house.close();
    await database.drop();
  });

  const write = (key: string, conferenceId?: ConferenceId): Promise<MessageId> => house.get(UnitOfWork, { strict: false }).run((tx) =>
    house.get(Letters, { strict: false }).write(tx, note, { key, to: { email: 'ann@example.org', name: 'Ann' }, locale: 'en', props: { text: 'secret' }, conferenceId }));
  const unclear = async (key: string, conferenceId?: ConferenceId): Promise<MessageId> => {
    const id = await write(key, conferenceId);
    await database.source.query("UPDATE message SET state = 'UNCLEAR', attempts = 1, sending_at = now() WHERE id = $1", [id]);
    return id;
  };
  const codeOf = (result: unknown): unknown => (isRefusal(result) ? result.refused : result);
  const messages = (actor: Actor, conferenceId: string) => house.get(MessagesResolver).messages(actor, { conferenceId, filter: null, first: 10, after: null });
  const settle = (actor: Actor, id: string, arrived: boolean) => house.get(SettleUnclearResolver).settle(actor, { id, arrived });

  it('shows a conference’s letters to its mailing staff, to those of its series and of the house, to nobody else', async () => {
    const id = await write('shown', here);
    await write('foreign', elsewhere);
    for (const actor of [actorWith('MAILING_STAFF', 'CONFERENCE', here), actorWith('VIEWER', 'SERIES', seriesId), actorWith('OWNER', 'INSTALLATION', null)]) {
      const page = done(await messages(actor, here));
      expect(page.edges.map(({ node }) => [node.id, node.to, node.state])).toEqual([[id, 'ann@example.org', 'PENDING']]);
      expect(JSON.stringify(page.edges)).not.toContain('secret');
      expect(done(await house.get(MessagesResolver).figures(actor, { conferenceId: here }))).toEqual([{ kind: 'mail.note', locale: 'en', state: 'PENDING', count: 1 }]);
    }
    for (const actor of [actorWith('MAILING_STAFF', 'CONFERENCE', elsewhere), actorWith('REGISTRATION_DESK', 'CONFERENCE', here), actorWith('VIEWER', 'SERIES', newId())]) {
      expect(codeOf(await messages(actor, here))).toBe('access.denied');
      expect(codeOf(await house.get(MessagesResolver).figures(actor, { conferenceId: here }))).toBe('access.denied');
    }
    expect(codeOf(await messages(actorWith('MAILING_STAFF', 'CONFERENCE', here), 'no id'))).toBe('access.denied');
  });

  it('lets those who may settle say what became of an unclear letter, and remembers who did', async () => {
    const staff = actorWith('MAILING_STAFF', 'CONFERENCE', here);
    const [arrived, again] = [await unclear('one', here), await unclear('two', here)];
    expect(await settle(staff, arrived, true)).toMatchObject({ id: arrived, state: 'SENT' });
    expect(await settle(staff, again, false)).toMatchObject({ id: again, state: 'PENDING', messageId: `<${again}@huiguan.example>` });
    expect(codeOf(await settle(staff, again, false))).toBe('message.not-unclear');
    const deeds = await database.source.query<{ action: string; subject_id: string }[]>("SELECT action, subject_id FROM audit_entry WHERE subject_kind = 'message' ORDER BY at");
    expect(deeds).toEqual([{ action: 'message.settled-as-arrived', subject_id: arrived }, { action: 'message.sent-once-more', subject_id: again }]);
  });

  it('keeps all others from settling, and letters of no conference for the house', async () => {
    const [id, ofNone] = [await unclear('three', here), await unclear('four')];
    const [foreign, viewer, owner] = [actorWith('MAILING_STAFF', 'CONFERENCE', elsewhere), actorWith('VIEWER', 'CONFERENCE', here), actorWith('OWNER', 'INSTALLATION', null)];
    for (const actor of [foreign, viewer]) expect(codeOf(await settle(actor, id, true))).toBe('access.denied');
    expect(codeOf(await settle(actorWith('MAILING_STAFF', 'CONFERENCE', here), ofNone, true))).toBe('access.denied');
    expect(codeOf(await settle(foreign, newId(), true))).toBe('access.denied');
    expect(codeOf(await settle(owner, newId(), true))).toBe('message.unknown');
    expect(await settle(owner, ofNone, true)).toMatchObject({ state: 'SENT' });
  });
});
