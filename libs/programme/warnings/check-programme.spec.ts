import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { ForumId, LocalizedText, PersonId, SessionId } from '#kernel';
import { blocksIn, checkProgramme, warningsAbout } from './check-programme.js';
import type { EquipmentId } from '../equipment.entity.js';
import { overlappingPairs } from './programme-under-check.js';
import type { ForumUnderCheck, ProgrammeUnderCheck, SessionUnderCheck, SpeakerUnderCheck } from './programme-under-check.js';

const both: LocalizedText = { 'en': 'Trade', 'zh-Hans': '贸易' };
const forum = (changes: Partial<ForumUnderCheck> = {}): ForumUnderCheck => ({ id: newId<'Forum'>(), title: both, size: 100, taken: 0, ...changes });
const session = (forumId: ForumId, from: string, to: string, changes: Partial<SessionUnderCheck> = {}): SessionUnderCheck => ({
  id: newId<'Session'>(), forumId, roomId: null, title: null, startsAt: new Date(`2026-06-01T${from}:00+08:00`), endsAt: new Date(`2026-06-01T${to}:00+08:00`), speakers: [],
  isBreak: false, equipmentIds: [], interpretation: [], ...changes,
});
const programme = (forums: ForumUnderCheck[], sessions: SessionUnderCheck[], changes: Partial<ProgrammeUnderCheck> = {}): ProgrammeUnderCheck => ({
  timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', locales: ['en', 'zh-Hans'], rooms: [], equipment: [], travel: { otherwise: 0, between: [] }, clashing: [], forums, sessions, ...changes,
});
const speaker = (name: LocalizedText, changes: Partial<SpeakerUnderCheck> = {}): SpeakerUnderCheck => ({
  id: newId<'Speaker'>(), name, personId: null, state: 'PROPOSED', available: null, ...changes,
});
const roomOf = (capacity: number, changes: Partial<ProgrammeUnderCheck['rooms'][number]> = {}): ProgrammeUnderCheck['rooms'][number] => ({
  id: newId<'Room'>(), venueId: newId<'Venue'>(), capacity, booths: 0, ...changes,
});
const codes = (checked: ProgrammeUnderCheck): string[] => checkProgramme(checked).map((warning) => warning.code);

describe('a programme in order', () => {
  it('gives no warning', () => {
    const [one, two] = [forum(), forum()];
    expect(codes(programme([one, two], [session(one.id, '09:00', '10:00'), session(two.id, '09:30', '10:30')]))).toEqual([]);
  });
});

describe('a speaker', () => {
  const named = (name: LocalizedText, personId: PersonId | null = null) => ({ speakers: [speaker(name, { personId })] });
  const [one, two] = [forum(), forum()];
  const together = (first: object, second: object, from = '09:30'): string[] =>
    codes(programme([one, two], [session(one.id, '09:00', '10:00', first), session(two.id, from, '11:00', second)]));

  it('is warned of in two places, by person or by printed name', () => {
    const person = newId<'Person'>();
    expect(together(named({ en: 'A. Yusuf' }, person), named({ en: 'Amina Yusuf' }, person))).toEqual(['programme.speaker-overlap']);
    expect(together(named({ 'en': 'Amina  YUSUF' }), named({ 'en': 'Amina Yusuf', 'zh-Hans': '阿米娜' }, person))).toEqual(['programme.speaker-overlap']);
  });

  it('is not confused with a namesake who is another person, nor across languages', () => {
    expect(together(named({ en: 'Li Na' }, newId()), named({ en: 'Li Na' }, newId()))).toEqual([]);
    expect(together(named({ en: 'Li Na' }), named({ 'zh-Hans': '李娜' }))).toEqual([]);
  });

  it('may go from one to the next', () => {
    expect(together(named({ en: 'Li Na' }), named({ en: 'Li Na' }), '10:00')).toEqual([]);
  });
});

describe('other oddities', () => {
  it('two sessions of one forum at one time', () => {
    const one = forum();
    expect(codes(programme([one], [session(one.id, '09:00', '10:00'), session(one.id, '09:59', '11:00')]))).toEqual(['programme.forum-overlap']);
  });

  it('a room smaller than the places, or than those who chose an open forum', () => {
    const room = roomOf(80);
    const [large, open, fits] = [forum(), forum({ size: null, taken: 81 }), forum({ size: 80 })];
    const sessions = [large, open, fits].map((one, hour) => session(one.id, `0${hour + 1}:00`, `0${hour + 1}:30`, { roomId: room.id }));
    expect(checkProgramme(programme([large, open, fits], sessions, { rooms: [room] }))).toEqual([
      { code: 'programme.room-too-small', sessionIds: [sessions[0]?.id], values: { capacity: 80, people: 100 } },
      { code: 'programme.room-too-small', sessionIds: [sessions[1]?.id], values: { capacity: 80, people: 81 } },
    ]);
  });

  it('a session outside the days, by the conference\'s wall and not by UTC', () => {
    const one = forum();
    const dawn = session(one.id, '00:30', '01:00');
    const tillMidnight = { ...session(one.id, '09:00', '10:00'), startsAt: new Date('2026-06-03T22:00:00+08:00'), endsAt: new Date('2026-06-04T00:00:00+08:00') };
    const tooLate = { ...tillMidnight, id: newId<'Session'>() satisfies SessionId, startsAt: new Date('2026-06-04T00:00:00+08:00'), endsAt: new Date('2026-06-04T00:30:00+08:00') };
    const warnings = checkProgramme(programme([one], [dawn, tillMidnight, tooLate]));
    expect(warnings).toEqual([{ code: 'programme.outside-dates', sessionIds: [tooLate.id], values: { startsOn: '2026-06-01', endsOn: '2026-06-03' } }]);
    expect(checkProgramme(programme([one], [dawn], { timeZone: 'America/St_Johns' }))).toHaveLength(1);
  });

  it('a title that lacks a language, its own or its forum\'s', () => {
    const [translated, half] = [forum(), forum({ title: { en: 'Trade' } })];
    const sessions = [session(translated.id, '09:00', '10:00', { title: { en: 'Panel' } }), session(half.id, '09:00', '10:00'), session(translated.id, '11:00', '12:00')];
    expect(checkProgramme(programme([translated, half], sessions)).map((warning) => warning.sessionIds)).toEqual([[sessions[0]?.id], [sessions[1]?.id]]);
  });
});

describe('the warnings about one session', () => {
  it('leave out those about others', () => {
    const [one, two] = [forum(), forum({ title: { en: 'Only English' } })];
    const fine = session(one.id, '09:00', '10:00');
    expect(warningsAbout(programme([one, two], [fine, session(two.id, '09:00', '10:00')]), fine.id)).toEqual([]);
  });
});

describe('pairs that overlap', () => {
  it('are those that a comparison of all with all finds', () => {
    const one = forum();
    const minutes = (value: number): string => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    const sessions = Array.from({ length: 60 }, (_, index) => {
      const from = (index * 37) % 600;
      return session(one.id, minutes(from), minutes(from + 5 + ((index * 13) % 90)));
    });
    const naive = sessions.flatMap((a, i) => sessions.slice(i + 1).filter((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt)).length;
    expect(overlappingPairs(sessions)).toHaveLength(naive);
  });
});

describe('what a session needs', () => {
  const [one, two] = [forum(), forum()];
  const codesOf = (sessions: SessionUnderCheck[], changes: Partial<ProgrammeUnderCheck>): string[] => codes(programme([one, two], sessions, changes));

  it('is one room for one session; where two have it, no release is made', () => {
    const room = roomOf(500);
    const sessions = [session(one.id, '09:00', '10:00', { roomId: room.id }), session(two.id, '09:30', '10:30', { roomId: room.id })];
    const [warning] = blocksIn(programme([one, two], sessions, { rooms: [room] }));
    expect(warning).toMatchObject({ code: 'programme.room-double-booked', sessionIds: sessions.map(({ id }) => id) });
    expect(codesOf(sessions.map((its) => ({ ...its, endsAt: its.startsAt })), { rooms: [room] })).toEqual([]);
  });

  it('is equipment: no more of it at one time than there is, and what is fixed in its room', () => {
    const [room, elsewhere] = [roomOf(500), roomOf(500)];
    const organ = { id: newId<'Equipment'>(), roomId: elsewhere.id, name: { en: 'Organ' }, quantity: 1 };
    const kit = { id: newId<'Equipment'>(), roomId: null, name: { en: 'Sound kit' }, quantity: 2 };
    const need = (from: string, to: string, ...equipmentIds: EquipmentId[]) => session(two.id, from, to, { equipmentIds });
    const three = [need('09:00', '12:00', kit.id), need('09:00', '10:00', kit.id), need('11:00', '12:00', kit.id)];
    expect(codesOf(three, { equipment: [kit] }).filter((code) => code.includes('equipment'))).toEqual([]);
    const [found] = checkProgramme(programme([one, two], [...three, need('09:30', '11:30', kit.id)], { equipment: [kit] })).filter(({ code }) => code.includes('equipment'));
    expect(found).toMatchObject({ code: 'programme.equipment-overlap', values: { equipment: { en: 'Sound kit' }, needed: 3, quantity: 2 } });
    expect(codesOf([session(one.id, '09:00', '10:00', { roomId: room.id, equipmentIds: [organ.id] })], { equipment: [organ], rooms: [room, elsewhere] })).toEqual(['programme.equipment-elsewhere']);
  });

  it('is a booth for each language it is interpreted into', () => {
    const room = roomOf(500, { booths: 1 });
    const into = (...interpretation: string[]) => [session(one.id, '09:00', '10:00', { roomId: room.id, interpretation })];
    expect(codesOf(into('en'), { rooms: [room] })).toEqual([]);
    expect(codesOf(into('en', 'fr'), { rooms: [room] })).toEqual(['programme.booths-lacking']);
  });

  it('is speakers who are there and have not declined; what one says of one session holds for all', () => {
    const there = [{ startsAt: '2026-06-01T09:00:00+08:00', endsAt: '2026-06-01T12:00:00+08:00' }];
    const named = (changes: Partial<SpeakerUnderCheck>) => ({ speakers: [speaker({ en: 'Li Na' }, changes)] });
    expect(codesOf([session(one.id, '09:00', '10:00', named({ available: there }))], {})).toEqual([]);
    expect(codesOf([session(one.id, '09:00', '10:00', named({ available: there })), session(two.id, '11:30', '12:30', named({}))], {})).toEqual(['programme.speaker-unavailable']);
    expect(codesOf([session(one.id, '09:00', '10:00', named({ state: 'DECLINED' }))], {})).toEqual(['programme.speaker-declined']);
  });

  it('is time for the way between two venues, for one forum and for one speaker', () => {
    const [here, there] = [roomOf(500), roomOf(500)];
    const travel = { otherwise: 20, between: [{ site: here.venueId, otherSite: there.venueId, minutes: 45 }] };
    const way = (from: string, forumId: ForumId, speakers: SpeakerUnderCheck[] = []) =>
      codesOf([session(one.id, '09:00', '10:00', { roomId: here.id, speakers }), session(forumId, from, '12:00', { roomId: there.id, speakers })], { rooms: [here, there], travel });
    expect(way('10:44', one.id)).toEqual(['programme.travel-too-short']);
    expect(way('10:45', one.id)).toEqual([]);
    expect(way('10:30', two.id)).toEqual([]);
    expect(way('10:30', two.id, [speaker({ en: 'Li Na' })])).toEqual(['programme.travel-too-short']);
  });

  it('is nobody\'s agenda to clash', () => {
    const people = [newId<'Registration'>()];
    const [warning] = checkProgramme(programme([one], [session(one.id, '09:00', '10:00')], { clashing: [{ forumId: one.id, people }] }));
    expect(warning).toMatchObject({ code: 'programme.agendas-clash', values: { people: 1 }, people });
  });
});
