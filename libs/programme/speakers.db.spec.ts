import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { newId } from '#kernel';
import { TravelTimes } from '#places';
import { LinkTokens } from '#platform';
import { AddSpeaker, ConfirmSpeaker, CreateEquipment, DraftProgrammes, Programmes, SPEAKER_LINK, SpeakerContacts } from './index.js';
import { code, done, Stage } from './testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });
const stateOf = async (id: string) => (await stage.get(SpeakerContacts).ofSpeakers(stage.work.reader, [id as never]))[0]?.state;

describe('a speaker who is added', () => {
  it('is asked by one letter, answers by its link and nobody else\'s, and may answer otherwise', async () => {
    const forumId = await stage.forum({ sender: 'Programme committee' });
    const { sessionId } = done(await stage.schedule({ forumId, ...at('09:00', '10:00') }));
    const add = stage.get(AddSpeaker);
    const speaker = { sessionId, version: 1, name: { 'en': 'Li Na', 'zh-Hans': '李娜' }, role: 'KEYNOTE' as const, email: 'li.na@example.org', locale: 'zh-Hans', available: [at('08:00', '12:00')] };
    const { speakerId } = done(await add.run(systemActor, speaker));
    expect(code(await add.run(systemActor, speaker))).toBe('session.changed-meanwhile');
    const other = done(await add.run(systemActor, { sessionId, version: 2, name: { en: 'Amina Yusuf' }, role: 'SPEAKER' })).speakerId;
    const letters = await stage.query<{ to_address: string; from_name: string; locale: string }>("SELECT to_address, from_name, locale FROM message WHERE kind = 'programme.speaker-invited'");
    expect(letters).toEqual([{ to_address: 'li.na@example.org', from_name: 'Programme committee', locale: 'zh-Hans' }]);
    expect([await stateOf(speakerId), await stateOf(other)]).toEqual(['INVITED', 'PROPOSED']);
    const confirm = stage.get(ConfirmSpeaker);
    const token = stage.get(LinkTokens).linkToken(SPEAKER_LINK, speakerId);
    expect(code(await confirm.run({ speakerId, token: stage.get(LinkTokens).linkToken(SPEAKER_LINK, other), answer: 'CONFIRMED' }))).toBe('speaker.unknown');
    expect(code(await confirm.run({ speakerId, token: stage.get(LinkTokens).linkToken('offer', speakerId), answer: 'CONFIRMED' }))).toBe('speaker.unknown');
    done(await confirm.run({ speakerId, token, answer: 'CONFIRMED' }));
    expect(await stateOf(speakerId)).toBe('CONFIRMED');
    done(await confirm.run({ speakerId, token, answer: 'DECLINED' }));
    const { warnings } = done(await stage.schedule({ id: sessionId, forumId, ...at('11:30', '12:30') }));
    expect(warnings.map((warning) => warning.code)).toEqual(['programme.speaker-unavailable', 'programme.speaker-declined']);
  });

  it('keeps the answer when the list is written anew, and is shown in its order', async () => {
    const forumId = await stage.forum();
    const { sessionId } = done(await stage.schedule({ forumId, ...at('13:00', '14:00') }));
    const { speakerId } = done(await stage.get(AddSpeaker).run(systemActor, { sessionId, version: 1, name: { en: 'Li Na' }, role: 'PANELIST' }));
    done(await stage.schedule({ id: sessionId, forumId, ...at('13:00', '14:00'), speakers: [{ name: { en: 'Omar Haddad' }, role: 'HOST' }, { name: { en: 'Li Na' }, role: 'KEYNOTE' }] }));
    const shown = await stage.get(Programmes).speakersOf(stage.work.reader, [sessionId]);
    expect(shown.map(({ id, role }) => [id === speakerId, role])).toEqual([[false, 'HOST'], [true, 'KEYNOTE']]);
    expect(await stage.get(AddSpeaker).run(systemActor, { sessionId, version: 3, name: {}, role: 'HOST', email: 'nobody' }))
      .toMatchObject({ data: { problems: expect.arrayContaining([{ path: 'email', code: 'email.malformed' }]) } });
  });
});

describe('what a conference has', () => {
  it('is equipment, which a session is warned of twice at one time', async () => {
    const { equipmentId } = done(await stage.get(CreateEquipment).run(systemActor, { conferenceId: stage.conference.id, name: { en: 'Sound kit' }, quantity: 1 }));
    expect(code(await stage.get(CreateEquipment).run(systemActor, { conferenceId: stage.conference.id, name: { en: 'Organ' }, quantity: 1, roomId: newId() }))).toBe('room.unknown');
    done(await stage.schedule({ forumId: await stage.forum(), equipmentIds: [equipmentId], ...at('15:00', '16:00') }));
    const { warnings } = done(await stage.schedule({ forumId: await stage.forum(), equipmentIds: [equipmentId], ...at('15:30', '16:30') }));
    expect(warnings.map((warning) => warning.code)).toEqual(['programme.equipment-overlap']);
    expect(await stage.schedule({ forumId: await stage.forum(), equipmentIds: ['kit' as never], interpretation: ['English!'], ...at('17:00', '18:00') }))
      .toMatchObject({ data: { problems: [{ path: 'equipmentIds.0', code: 'unknown' }, { path: 'interpretation.0', code: 'malformed' }] } });
  });

  it('is ways between venues, by which what is too close is refused', async () => {
    const [here, there] = [await stage.room(), await stage.room()];
    const [one, other] = (await stage.get(DraftProgrammes).rooms(stage.work.reader, [here, there])).map(({ venueId }) => venueId);
    await stage.work.run((tx) => stage.get(TravelTimes).plan(tx, stage.conference.id, { otherwise: 10, between: [{ site: one!, otherSite: other!, minutes: 45 }] }));
    const [morning, late] = [await stage.forum(), await stage.forum()];
    done(await stage.schedule({ forumId: morning, roomId: here, ...at('18:00', '19:00') }));
    done(await stage.schedule({ forumId: late, roomId: there, ...at('19:30', '20:30') }));
    const delegate = await stage.delegate();
    done(await stage.choose(delegate, morning));
    expect(code(await stage.choose(delegate, late))).toBe('agenda.clash');
  });
});
