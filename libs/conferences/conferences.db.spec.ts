import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountActor, anonymousActor, systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { Refusal } from '#kernel';
import { CloneConference } from './clone-conference.js';
import type { Conference } from './conference.entity.js';
import { ConferenceList } from './conference-list.js';
import { Conferences } from './conferences.js';
import { chongqing, ConferenceRoom, done } from './conferences.fixture.js';
import { CreateConference } from './create-conference.js';
import { Editions } from './editions.js';
import { MoveConference } from './move-conference.js';
import { UpdateConference } from './update-conference.js';

let room: ConferenceRoom;
let create: CreateConference;
let move: MoveConference;
let update: UpdateConference;

beforeAll(async () => {
  room = await ConferenceRoom.open();
  create = room.get(CreateConference);
  move = room.get(MoveConference);
  update = room.get(UpdateConference);
});
afterAll(() => room.close());

const problemsIn = (answer: unknown): unknown => (isRefusal(answer) ? answer.data['problems'] : answer);
const stranger = anonymousActor('192.0.2.1', 'en');
const staff = (role: 'ORGANISER' | 'VIEWER', scopeKind: 'SERIES' | 'CONFERENCE', scopeId: string): Actor =>
  accountActor({ id: newId<'Account'>(), email: 'adaeze@example.org', locale: 'en' }, [{ role, scopeKind, scopeId }]);

describe('rotation', () => {
  it('gives each edition the region whose turn it is', async () => {
    const series = await room.series(['Chongqing', 'Sichuan']);
    const editions = await Promise.all([1, 2, 3].map((n) => room.conference(series.id, { slug: `turn-${n}` })));
    const inOrder = [...editions].sort((a, b) => a.ordinal - b.ordinal);
    expect(inOrder.map((edition) => [edition.ordinal, edition.hostRegion])).toEqual([[1, 'Chongqing'], [2, 'Sichuan'], [3, 'Chongqing']]);
    const next = await room.get(Editions).nextHostRegions(room.database.source.manager, [series], () => true);
    expect(next.get(series.id)).toBe('Sichuan');
    const publicly = await room.get(Editions).nextHostRegions(room.database.source.manager, [series], () => false);
    expect(publicly.get(series.id)).toBe('Chongqing');
  });

  it('is left only with a reason, and goes on afterwards with whose turn it was', async () => {
    const series = await room.series(['Chongqing', 'Sichuan']);
    await room.conference(series.id, { slug: 'override-1' });
    const bare = await create.run(systemActor, chongqing(series.id, { slug: 'override-2', hostRegion: 'Guizhou' }));
    expect(problemsIn(bare)).toEqual([{ path: 'hostOverrideReason', code: 'conference.override-unexplained', data: { next: 'Sichuan' } }]);
    const elsewhere = await room.conference(series.id, { slug: 'override-2', hostRegion: 'Guizhou', hostOverrideReason: 'Floods in Sichuan' });
    expect(elsewhere).toMatchObject({ hostRegion: 'Guizhou', hostOverrideReason: 'Floods in Sichuan', ordinal: 2 });
    expect(await room.conference(series.id, { slug: 'override-3' })).toMatchObject({ hostRegion: 'Sichuan', hostOverrideReason: null });
  });
});

describe('slugs', () => {
  it('are given to one of those who ask at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => room.series([])));
    const answers = await Promise.all(all.map(({ id }) => create.run(systemActor, chongqing(id, { slug: 'raced', hostRegion: 'Chongqing' }))));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    for (const answer of answers.filter(isRefusal)) expect(problemsIn(answer)).toEqual([{ path: 'slug', code: 'slug-taken' }]);
  });

  it('are not asked twice by a client that repeats itself with its key', async () => {
    const { id } = await room.series([]);
    const ask = (): Promise<Conference | Refusal> => create.run(systemActor, chongqing(id, { slug: 'repeated', hostRegion: 'Chongqing' }), 'key-1');
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(done(first).id).toBe(done(second).id);
    expect(done(await ask()).startsOn).toBe('2026-06-01');
  });
});

describe('moves', () => {
  it('follow the table, and repeat without harm', async () => {
    const { id } = await room.conference((await room.series(['Chongqing'])).id, { slug: 'moves' });
    expect(await move.run(systemActor, id, 'OPEN')).toMatchObject({ refused: 'conference.move-illegal', data: { state: 'DRAFT', move: 'OPEN' } });
    expect(done(await move.run(systemActor, id, 'PUBLISH')).state).toBe('PUBLISHED');
    expect(done(await move.run(systemActor, id, 'PUBLISH')).version).toBe(2);
    expect(await move.run(systemActor, id, 'OPEN')).toMatchObject({ refused: 'conference.no-category' });
    await room.category(id);
    expect(done(await move.run(systemActor, id, 'OPEN')).state).toBe('OPEN');
    expect(await move.run(systemActor, id, 'ARCHIVE')).toMatchObject({ refused: 'conference.move-illegal' });
    expect(done(await move.run(systemActor, id, 'CLOSE')).state).toBe('CLOSED');
    expect(done(await move.run(systemActor, id, 'OPEN')).state).toBe('OPEN');
    await move.run(systemActor, id, 'CLOSE');
    expect(done(await move.run(systemActor, id, 'ARCHIVE')).state).toBe('ARCHIVED');
    expect(await update.run(systemActor, { id, version: 7, theme: { en: 'Late' } })).toMatchObject({ refused: 'conference.archived' });
    expect(await room.factsOf(id)).toEqual(['conference.published', 'conference.opened', 'conference.closed', 'conference.opened', 'conference.closed', 'conference.archived']);
  });

  it('are for staff of the conference or above it', async () => {
    const series = await room.series([]);
    const { id } = await room.conference(series.id, { slug: 'staff', hostRegion: 'Chongqing' });
    expect(await move.run(stranger, id, 'PUBLISH')).toMatchObject({ refused: 'conference.unknown' });
    expect(await move.run(staff('ORGANISER', 'CONFERENCE', newId()), id, 'PUBLISH')).toMatchObject({ refused: 'conference.unknown' });
    expect(done(await move.run(staff('ORGANISER', 'CONFERENCE', id), id, 'PUBLISH')).state).toBe('PUBLISHED');
    expect(await move.run(staff('ORGANISER', 'CONFERENCE', newId()), id, 'CLOSE')).toMatchObject({ refused: 'access.denied' });
    expect(await create.run(staff('ORGANISER', 'CONFERENCE', id), chongqing(series.id, { slug: 'no-right' }))).toMatchObject({ refused: 'access.denied' });
    expect(done(await create.run(staff('ORGANISER', 'SERIES', series.id), chongqing(series.id, { slug: 'right', hostRegion: 'Chongqing' }))).ordinal).toBe(2);
  });
});

describe('changes', () => {
  it('of two editors who saw the same version, the second is told to look again', async () => {
    const { id, version } = await room.conference((await room.series(['Chongqing'])).id, { slug: 'edited' });
    const answers = await Promise.all(['East', 'West'].map((en) => update.run(systemActor, { id, version, theme: { en } })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'conference.changed-meanwhile', data: { version: 2 } }]);
  });

  it('leave what is absent, empty what is null, and raise what readers compare', async () => {
    const { id } = await room.conference((await room.series(['Chongqing'])).id, { slug: 'partial' });
    const before = await room.readersVersion(id);
    const changed = done(await update.run(systemActor, { id, version: 1, theme: null, endsOn: '2026-06-04', hosts: [] }));
    expect(changed).toMatchObject({ theme: null, startsOn: '2026-06-01', endsOn: '2026-06-04', version: 2, city: { en: 'Chongqing', 'zh-Hans': '重庆' } });
    expect(await room.get(Conferences).hostsOf(room.database.source.manager, [id])).toEqual([]);
    expect(await room.readersVersion(id)).toBe(before + 1);
    expect(problemsIn(await update.run(systemActor, { id, version: 2, title: null, endsOn: '2026-05-01' }))).toEqual([
      { path: 'title', code: 'required' }, { path: 'endsOn', code: 'ends-before-start' },
    ]);
  });
});

describe('the time zone', () => {
  it('is changed in a draft, with the end of its lines; once people were told times, no longer', async () => {
    const { id } = await room.conference((await room.series(['Chongqing'])).id, { slug: 'zoned' });
    await room.category(id);
    expect(problemsIn(await update.run(systemActor, { id, version: 1, timeZone: 'Asia/Nowhere', country: 'Laos' }))).toEqual([{ path: 'timeZone', code: 'zone-unknown' }, { path: 'country', code: 'unknown' }]);
    expect(done(await update.run(systemActor, { id, version: 1, timeZone: 'Asia/Vientiane', country: 'LA' }))).toMatchObject({ timeZone: 'Asia/Vientiane', country: 'LA', version: 2 });
    const [line] = await room.work.run((tx) => tx.query<{ closes_at: Date }>('SELECT p.closes_at FROM pool p JOIN category c ON c.pool_id = p.id WHERE c.conference_id = $1', [id]));
    expect(line?.closes_at.toISOString()).toBe('2026-05-31T17:00:00.000Z');
    done(await move.run(systemActor, id, 'PUBLISH'));
    expect(await update.run(systemActor, { id, version: 3, timeZone: 'Asia/Shanghai' })).toMatchObject({ refused: 'conference.zone-settled' });
    expect(done(await update.run(systemActor, { id, version: 3, timeZone: 'Asia/Vientiane', theme: { en: 'As it was' } })).version).toBe(4);
  });
});

describe('the days that travel documents are kept', () => {
  const log = (id: string) => room.database.source.query<{ action: string }[]>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at', [id]);

  it('are thirty unless somebody chose otherwise, go over to the next edition, and their change is in the log', async () => {
    const series = await room.series(['Chongqing']);
    const { id, documentsKeptDays } = await room.conference(series.id, { slug: 'kept' });
    expect(documentsKeptDays).toBe(30);
    expect(done(await update.run(systemActor, { id, version: 1, documentsKeptDays: 7 }))).toMatchObject({ documentsKeptDays: 7 });
    expect(done(await update.run(systemActor, { id, version: 2, theme: null }))).toMatchObject({ documentsKeptDays: 7 });
    expect(done(await room.get(CloneConference).run(systemActor, { conferenceId: id, slug: 'kept-next', startsOn: '2027-06-01' }))).toMatchObject({ documentsKeptDays: 7 });
    expect((await log(id)).map(({ action }) => action)).toEqual(['conference.created', 'conference.changed', 'conference.changed']);
  });

  it('are one to a year, when it is made and later', async () => {
    const series = await room.series(['Chongqing']);
    const { id } = await room.conference(series.id, { slug: 'kept-bounds', documentsKeptDays: 365 });
    for (const [days, code] of [[0, 'too-small'], [366, 'too-large']] as const) {
      expect(problemsIn(await update.run(systemActor, { id, version: 1, documentsKeptDays: days }))).toMatchObject([{ path: 'documentsKeptDays', code }]);
      expect(problemsIn(await create.run(systemActor, chongqing(series.id, { slug: 'kept-never', documentsKeptDays: days })))).toMatchObject([{ path: 'documentsKeptDays', code }]);
    }
  });
});

describe('what the public sees', () => {
  it('is what was published; staff also see the drafts of their scopes', async () => {
    const series = await room.series(['Chongqing']);
    const draft = await room.conference(series.id, { slug: 'seen-draft' });
    const shown = await room.conference(series.id, { slug: 'seen-shown', startsOn: '2026-07-01', endsOn: '2026-07-02' });
    await move.run(systemActor, shown.id, 'PUBLISH');
    const list = room.get(ConferenceList);
    const seen = async (actor: Actor, first = 10, after?: string): Promise<string[]> => {
      const page = await list.page(actor, { first, after }, series.id);
      return isRefusal(page) ? [page.refused] : page.items.map(({ node }) => node.slug);
    };
    const viewer = staff('VIEWER', 'CONFERENCE', draft.id);
    expect(await seen(stranger)).toEqual(['seen-shown']);
    expect(await seen(viewer)).toEqual(['seen-shown', 'seen-draft']);
    expect(await list.count(stranger, series.id)).toBe(1);
    expect(await seen(viewer, 1, 'not-a-cursor')).toEqual(['cursor.malformed']);
    const page = await list.page(viewer, { first: 1 }, series.id);
    expect(isRefusal(page) || await seen(viewer, 1, page.items[0]?.cursor)).toEqual(['seen-draft']);
  });
});

