import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { ForumId, LocalizedText, PersonId, SessionId } from '#kernel';
import { checkProgramme, warningsAbout } from './check-programme.js';
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
