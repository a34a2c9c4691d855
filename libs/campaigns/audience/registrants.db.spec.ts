import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, Accounts, systemActor } from '#identity';
import type { Actor, Role } from '#identity';
import { newId } from '#kernel';
import type { CampaignId, RegistrationId } from '#kernel';
import { RegisterDelegate, TagRegistration, WithdrawRegistration } from '#registration';
import type { ListFilter } from '#registration';
import { CampaignRoom, done } from '../testing/campaign-room.js';
import { Campaigns, CreateCampaign, EstimateCampaign, PreviewTemplate, StartCampaign, UpdateCampaign } from '../index.js';
import type { CampaignInput, Purpose } from '../index.js';

let room: CampaignRoom;
const people = new Map<string, RegistrationId>();

async function signedIn(email: string, role?: Role): Promise<Actor> {
  const grants = role === undefined ? [] : [{ role, scopeKind: 'CONFERENCE' as const, scopeId: room.conference.id }];
  return accountActor(await room.work.run((tx) => room.get(Accounts).findOrCreate(tx, email, { locale: email.endsWith('.cn') ? 'zh-Hans' : 'en' })), grants);
}

async function registers(email: string, latinFamily: string, latinGiven: string, more: object = {}): Promise<void> {
  const { registrationId } = done(await room.get(RegisterDelegate).run(await signedIn(email), {
    conferenceId: room.conference.id, category: 'delegate', joinLine: true, details: { names: { latinFamily, latinGiven, ...more }, consents: [{ key: 'privacy', textVersion: '1' }], organisation: `${latinFamily} & Co` },
  }));
  people.set(latinGiven, registrationId);
}

const idOf = (given: string): RegistrationId => people.get(given) ?? newId();

async function drafted(registrations: ListFilter, changes: Partial<CampaignInput> & { what?: Purpose } = {}, by: Actor = systemActor): Promise<CampaignId> {
  const { what = 'NEWS', ...input } = changes;
  const templateId = await room.template({ what, texts: [{ locale: 'en', subject: 'Bus for {{ contact.name }}', preheader: '', body: 'Dear {{ contact.formal_name }}, {{ registration.code }}\n\n[Your registration]({{ registration.link }})' }] });
  return done(await room.get(CreateCampaign).run(by, { conferenceId: room.conference.id, name: 'Buses', templateId, registrations, ...input })).campaignId;
}

const estimate = async (id: CampaignId) => done(await room.get(EstimateCampaign).run(systemActor, id));
const recipients = (id: CampaignId) => room.query<{ address: string; registration_id: string; latin_name: string | null }>('SELECT address, registration_id, latin_name FROM campaign_recipient WHERE campaign_id = $1 ORDER BY address', [id]);

beforeAll(async () => {
  room = await CampaignRoom.open();
  await registers('amara@example.org', 'Okafor', 'Amara');
  await registers('amara@example.org', 'Okafor', 'Bisi');
  await registers('Wang@example.cn', 'Wang', 'Xiaoming', { native: '王小明', order: 'FAMILY_FIRST', salutation: '先生' });
  await registers('silva@example.org', 'Silva', 'João');
  done(await room.get(WithdrawRegistration).run(systemActor, { id: idOf('João'), reason: 'ill' }));
  done(await room.get(TagRegistration).run(systemActor, idOf('Xiaoming'), { add: ['Bus 3'] }));
  await room.contacts([{ address: 'contact@example.org', latin: 'Only A Contact' }]);
});
afterAll(() => room.close());

describe('a campaign to registrations', () => {
  it('finds them as the list does, one letter to an address however many it manages', async () => {
    expect(await estimate(await drafted({ states: ['CONFIRMED'] }))).toMatchObject({ matched: 2, suppressed: 0, registered: 0, invited: 0, recipients: 2, byLocale: [{ locale: 'en', count: 2 }], inFallback: 1 });
    expect(await estimate(await drafted({}))).toMatchObject({ recipients: 3 });
    expect(await estimate(await drafted({ tags: ['Bus 3'] }))).toMatchObject({ recipients: 1 });
    expect(await estimate(await drafted({ search: '王小明' }))).toMatchObject({ recipients: 1 });
    expect(await estimate(await drafted({ search: 'amara@example.org', states: ['CONFIRMED'] }))).toMatchObject({ recipients: 1 });
    expect(await estimate(await drafted({ ids: [idOf('Bisi'), idOf('João')] }))).toMatchObject({ recipients: 2 });
    expect(await estimate(await drafted({ ids: [newId()] }))).toMatchObject({ matched: 0, recipients: 0 });
  });

  it('writes to those who match when it is started, only by their number, with what their registrations say', async () => {
    const id = await drafted({ states: ['CONFIRMED'] });
    await registers('late@example.org', 'Late', 'Lena');
    expect(await room.get(StartCampaign).run(systemActor, { id, recipients: 2 })).toMatchObject({ refused: 'campaign.count-differs', data: { count: 3 } });
    await room.startAndFill(id, 3);
    await registers('later@example.org', 'Later', 'Lena Maria');
    expect(await recipients(id)).toEqual([
      { address: 'Wang@example.cn', registration_id: idOf('Xiaoming'), latin_name: 'Wang Xiaoming' },
      { address: 'amara@example.org', registration_id: idOf('Amara'), latin_name: 'Amara Okafor' },
      { address: 'late@example.org', registration_id: idOf('Lena'), latin_name: 'Lena Late' },
    ]);
    const letters = await room.query<{ props: { native: string | null; registration: { id: string; code: string } } }>("SELECT props FROM message WHERE unique_key LIKE 'mailing:' || $1 || ':%' ORDER BY unique_key", [id]);
    const [code] = await room.query<{ code: string }>('SELECT code FROM registration WHERE id = $1', [idOf('Xiaoming')]);
    expect(letters.map(({ props }) => props).at(-1)).toMatchObject({ native: '王小明', salutation: '先生', organisation: 'Wang & Co', registration: { id: idOf('Xiaoming'), code: code?.code } });
    done(await room.get(WithdrawRegistration).run(systemActor, { id: idOf('Lena'), reason: 'ill' }));
    done(await room.get(WithdrawRegistration).run(systemActor, { id: idOf('Lena Maria'), reason: 'ill' }));
  });

  it('leaves out who wants no letters, and who is registered where it asks people to register', async () => {
    await room.query("INSERT INTO suppression (id, address_key, address, reason, created_at) VALUES ($1, 'amara@example.org', 'amara@example.org', 'UNSUBSCRIBED', now())", [newId()]);
    expect(await estimate(await drafted({ states: ['CONFIRMED'] }))).toMatchObject({ matched: 2, suppressed: 1, recipients: 1 });
    expect(await estimate(await drafted({}, { what: 'INVITATION', templateId: await room.template() }))).toMatchObject({ suppressed: 1, registered: 1, recipients: 3 });
    await room.query('DELETE FROM suppression');
  });

  it('is shown to its real readers before it is sent, and to none of them where one may not read registrations', async () => {
    const id = await drafted({ tags: ['Bus 3'] });
    const { templateId } = done(await room.get(Campaigns).campaign(systemActor, id));
    const [letter, ...others] = done(await room.get(PreviewTemplate).run(systemActor, { templateId, campaignId: id }));
    expect(others).toEqual([]);
    expect(letter?.text).toMatch(new RegExp(`Xiaoming[^]*CQ|registrations/${idOf('Xiaoming')}`));
    expect(letter?.html).toContain(`/registrations/${idOf('Xiaoming')}`);
    const blind = done(await room.get(PreviewTemplate).run(await signedIn('mailing@example.org', 'MAILING_STAFF'), { templateId, campaignId: id }));
    expect(blind.map(({ reader }) => reader.name)).toEqual(['Only A Contact']);
  });

  it('is drafted by those only who may read registrations, and keeps them when others change the rest', async () => {
    const mailing = await signedIn('mailing@example.org', 'MAILING_STAFF');
    const [templateId, audienceId] = [await room.template({ what: 'NEWS', texts: [{ locale: 'en', subject: 'News', preheader: '', body: 'Dear {{ contact.name }}' }] }), await room.audience()];
    const input = { conferenceId: room.conference.id, name: 'Mine', templateId };
    expect(await room.get(CreateCampaign).run(mailing, { ...input, registrations: {} })).toMatchObject({ refused: 'access.denied' });
    expect(await room.get(CreateCampaign).run(mailing, input)).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'audienceId', code: 'required' }] } });
    const organiser = await signedIn('organiser@example.org', 'ORGANISER');
    expect(await room.get(CreateCampaign).run(organiser, { ...input, registrations: {}, audienceId })).toMatchObject({ data: { problems: [{ path: 'audienceId', code: 'campaign.one-of-two' }] } });
    const id = done(await room.get(CreateCampaign).run(organiser, { ...input, registrations: { tags: ['Bus 3'] } })).campaignId;
    const update = room.get(UpdateCampaign);
    expect(await update.run(mailing, { ...input, id, version: 1, registrations: {} })).toMatchObject({ refused: 'access.denied' });
    done(await update.run(mailing, { ...input, id, version: 1, name: 'Renamed' }));
    expect(await estimate(id)).toMatchObject({ recipients: 1 });
    done(await update.run(mailing, { ...input, id, version: 2, audienceId }));
    expect(done(await room.get(Campaigns).campaign(mailing, id)).plan.registrations).toBeNull();
  });
});
