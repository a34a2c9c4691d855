import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloneConference } from '#conferences';
import { systemActor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId } from '#kernel';
import { CloneProgramme, DraftProgrammes, FrabFeed, ImportProgramme, Programmes, ReleaseProgramme } from '../index.js';
import { code, done, Stage } from '../testing/stage.js';

let stage: Stage;

beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

interface Item { readonly guid: string; readonly id: number; readonly date: string; readonly duration: string; readonly slug: string; readonly persons: readonly { readonly id: number; readonly public_name: string }[] }
interface Schedule { readonly schedule: { readonly conference: { readonly acronym: string; readonly daysCount: number; readonly days: readonly { readonly rooms: Readonly<Record<string, readonly Item[]>> }[] } } }

const json = async (): Promise<Schedule> => JSON.parse(await stage.get(FrabFeed).of(stage.work.reader, stage.conference, 'zh-Hans', 'json')) as Schedule;
const itemsOf = ({ schedule }: Schedule): readonly Item[] => schedule.conference.days.flatMap(({ rooms }) => Object.values(rooms).flat());
const take = (schedule: string, conferenceId: ConferenceId = stage.conference.id) => stage.get(ImportProgramme).run(systemActor, { conferenceId, schedule });
const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });

describe('the schedule feeds', () => {
  it('say what readers see, with ids that stay, and as the published schemas want it', async () => {
    const [forumId, roomId] = [await stage.forum({ title: { 'en': 'Trade & <law>', 'zh-Hans': '贸易' } }), await stage.room()];
    const { sessionId } = done(await stage.schedule({ forumId, roomId, speakers: [{ name: { en: 'Amina "A." Yusuf' }, role: 'KEYNOTE' }], ...at('23:30', '23:59') }));
    const first = await json();
    const [item] = itemsOf(first);
    expect(item).toMatchObject({
      guid: sessionId, date: '2026-06-01T23:30:00+08:00', start: '23:30', duration: '00:29', room: '大会堂，国博中心', title: '贸易', track: '贸易', type: 'talk',
      persons: [{ public_name: 'Amina "A." Yusuf' }],
    });
    expect(Number.isSafeInteger(item?.id) && item!.id > 0).toBe(true);
    expect(item?.slug).toMatch(/^[a-z0-9_-]+[a-z0-9]$/);
    expect(first.schedule.conference.acronym).toMatch(/^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/);
    expect(first.schedule.conference.daysCount).toBe(3);
    done(await stage.schedule({ id: sessionId, forumId, title: { en: 'Moved' }, ...at('10:00', '11:00') }));
    expect(itemsOf(await json()).map(({ id, guid }) => ({ id, guid }))).toEqual([{ id: item?.id, guid: item?.guid }]);
    const xml = await stage.get(FrabFeed).of(stage.work.reader, stage.conference, 'en', 'xml');
    expect(xml).toContain('<track>Trade &amp; &lt;law&gt;</track>');
    expect(xml).toContain(`<person id="${itemsOf(await json())[0]?.persons[0]?.id}">Amina &quot;A.&quot; Yusuf</person>`);
  });
});

describe('a schedule.json that is taken in', () => {
  it('makes forums of tracks and sessions of items, and taken in again adds nothing', async () => {
    const guid = newId();
    const file = (date: string, room: string) => JSON.stringify({ schedule: { conference: { days: [{ rooms: { [room]: [
      { guid, date, duration: '00:45', title: 'Ports', track: 'Shipping', type: 'lecture', persons: [{ public_name: 'Li Na' }], logo: null },
      { date: '2026-06-02T12:00:00+08:00', duration: '1:00', title: 'Lunch', track: 'Shipping', type: 'break', guid: newId() },
    ] } }] } } });
    const answer = done(await take(file('2026-06-02T09:00:00+08:00', 'Great Hall')));
    expect(answer).toEqual({ added: 2, changed: 0, forums: 1, unknownRooms: [], columns: [], isDryRun: false });
    const again = done(await take(file('2026-06-02T02:00:00Z', 'Nowhere').replaceAll('Lunch', 'Noon')));
    expect(again).toMatchObject({ added: 1, changed: 1, forums: 1, unknownRooms: ['Nowhere'] });
    const [session] = await stage.get(DraftProgrammes).sessions(stage.work.reader, [guid as never]);
    expect(session).toMatchObject({ startsAt: new Date('2026-06-02T02:00:00Z'), endsAt: new Date('2026-06-02T02:45:00Z'), title: { en: 'Ports' }, version: 2, roomId: null });
  });

  it('is refused as a whole where it is none, or where one room is taken', async () => {
    expect(code(await take('<schedule/>'))).toBe('input.invalid');
    expect(await take(JSON.stringify({ schedule: { conference: { days: [{ rooms: { A: [{ title: 'x' }] } }] } } })))
      .toMatchObject({ data: { problems: expect.arrayContaining([{ path: 'schedule.schedule.conference.days.0.rooms.A.0.date', code: 'malformed' }]) } });
    const two = ['One', 'Two'].map((title) => ({ guid: newId(), date: '2026-06-03T09:00:00+08:00', duration: '01:00', title, track: 'Doubled' }));
    expect(code(await take(JSON.stringify({ schedule: { conference: { days: [{ rooms: { 'Great Hall': two } }] } } })))).toBe('programme.room-taken');
    const { forums } = await stage.get(DraftProgrammes).whole(stage.work.reader, stage.conference.id);
    expect(forums.map(({ title }) => title['en'])).not.toContain('Doubled');
  });
});

describe('a programme that is begun with the last edition', () => {
  it('has its forums and sessions at the same time on the wall, without rooms and speakers, once', async () => {
    done(await stage.get(ReleaseProgramme).run(systemActor, { conferenceId: stage.conference.id }));
    await stage.forumAt('06:00', '07:00');
    const shown = await stage.get(Programmes).whole(stage.work.reader, stage.conference.id);
    const next = done(await stage.get(CloneConference).run(systemActor, {
      conferenceId: stage.conference.id, slug: 'lisbon-2027', startsOn: '2027-03-27', timeZone: 'Europe/Lisbon', hostRegion: 'Lisbon', hostOverrideReason: 'Invited.',
    }));
    const clone = () => stage.get(CloneProgramme).run(systemActor, { from: stage.conference.id, to: next.id });
    expect(done(await clone())).toEqual({ forums: shown.forums.length, sessions: shown.sessions.length });
    const draft = await stage.get(DraftProgrammes).whole(stage.work.reader, next.id);
    expect(draft.speakers).toEqual([]);
    // Clocks go forward on 28 March 2027: ten on the wall is one hour earlier in UTC from then on.
    const moved = draft.sessions.find(({ title }) => title?.['en'] === 'Moved');
    expect(moved).toMatchObject({ startsAt: new Date('2027-03-27T10:00:00Z'), roomId: null });
    expect(draft.sessions.find(({ title }) => title?.['en'] === 'Ports')?.startsAt).toEqual(new Date('2027-03-28T09:00:00Z'));
    expect(code(await clone())).toBe('programme.not-empty');
  });
});
