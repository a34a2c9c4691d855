import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableFile } from '#documents';
import { systemActor } from '#identity';
import { DraftProgrammes, ImportProgramme } from '../index.js';
import { code, done, Stage } from '../testing/stage.js';

let stage: Stage;
beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

const take = (file: Buffer | string, more: object = {}) => stage.get(ImportProgramme).run(systemActor, {
  conferenceId: stage.conference.id, table: { base64: Buffer.from(file).toString('base64') }, ...more,
});
const draft = () => stage.get(DraftProgrammes).whole(stage.work.reader, stage.conference.id);

async function workbook(headers: readonly string[], rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of tableFile({ name: '日程', columns: headers.map((header) => ({ header })), rows }, 'xlsx')) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

describe('a spreadsheet that is taken in', () => {
  it('is the sample of the handbook: tried first, then taken, then taken again', async () => {
    await stage.room();
    const file = readFileSync('docs/samples/programme.csv');
    const expected = { added: 4, changed: 0, forums: 2, unknownRooms: ['Room 2'] };
    expect(await take(file, { dryRun: true })).toMatchObject({ ...expected, isDryRun: true });
    expect((await draft()).sessions).toEqual([]);
    const taken = done(await take(file));
    expect(taken).toMatchObject({ ...expected, isDryRun: false });
    expect(taken.columns.map(({ column }) => column)).toEqual(['title', 'title', 'forum', 'room', 'date', 'start', 'end', 'speakers', 'moderator', 'kind', 'description']);
    const { forums, sessions, speakers, rooms } = await draft();
    expect(forums.map(({ title, admission }) => [title, admission])).toEqual(expect.arrayContaining([[{ en: 'Plenary' }, 'OPEN_DOORS'], [{ en: 'Trade corridor' }, 'OPEN_DOORS']]));
    expect(sessions.map(({ title, kind, startsAt, endsAt, roomId }) => ({ title: title?.['zh-Hans'], kind, startsAt, endsAt, hasRoom: roomId === rooms[0]?.id }))).toEqual([
      { title: '开幕式', kind: 'TALK', startsAt: new Date('2026-06-01T01:00:00Z'), endsAt: new Date('2026-06-01T02:30:00Z'), hasRoom: true },
      { title: '茶歇', kind: 'BREAK', startsAt: new Date('2026-06-01T02:30:00Z'), endsAt: new Date('2026-06-01T03:00:00Z'), hasRoom: false },
      { title: '港口与铁路', kind: 'TALK', startsAt: new Date('2026-06-02T01:00:00Z'), endsAt: new Date('2026-06-02T02:15:00Z'), hasRoom: false },
      { title: '圆桌讨论', kind: 'TALK', startsAt: new Date('2026-06-02T02:15:00Z'), endsAt: new Date('2026-06-02T03:30:00Z'), hasRoom: false },
    ]);
    expect(speakers.map(({ name, role, affiliation }) => [name['en'], role, affiliation?.['en']])).toEqual(expect.arrayContaining([
      ['Zhou Min', 'MODERATOR', undefined], ['Amina Yusuf', 'SPEAKER', 'Port Authority'], ['Li Na', 'SPEAKER', undefined], ['Okafor Adaeze', 'SPEAKER', undefined], ['Haddad Samir', 'SPEAKER', undefined],
    ]));
    expect(done(await take(file))).toMatchObject({ added: 0, changed: 4, forums: 2 });
    expect((await draft()).sessions).toHaveLength(4);
  });

  it('may be a workbook with Chinese headers, a title above them, dates of Excel, and a span in one cell', async () => {
    const file = await workbook(['2026年大会日程', '', '', ''], [
      ['日期', '时间', '议题', '论坛'],
      [new Date('2026-06-03T00:00:00Z'), '上午9:00-10:00', '数字经济', '数字论坛'], [null, '23:30—00:30', '夜谈', null],
    ]);
    expect(done(await take(file, { locale: 'zh-Hans' }))).toMatchObject({ added: 2, forums: 1 });
    const talks = (await draft()).sessions.filter(({ title }) => ['数字经济', '夜谈'].includes(title?.['zh-Hans'] ?? ''));
    expect(talks.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
      ['2026-06-03T01:00:00.000Z', '2026-06-03T02:00:00.000Z'], ['2026-06-03T15:30:00.000Z', '2026-06-03T16:30:00.000Z'],
    ]);
  });

  it('is refused with all that is wrong, row by row, and nothing of it is taken', async () => {
    const before = (await draft()).sessions.length;
    const file = ['Title,Forum,Room,Date,Start,End', 'One,Doubled,Great Hall,2026-06-03,18:00,19:00', 'Two,Doubled,Great Hall,2026-06-03,18:30,19:30', ',Doubled,,2026-06-03,9:00,10:00',
      'Four,Doubled,,03/06/2026,9:00,10:00', 'Five,Doubled,,2026-06-03,noon,', 'Six,Doubled,,2026-06-03,9:00,'].join('\n');
    expect(await take(file)).toMatchObject({ refused: 'input.invalid', data: { problems: expect.arrayContaining([
      { path: 'rows.3.room', code: 'room-taken' }, { path: 'rows.4.title', code: 'required' }, { path: 'rows.5.date', code: 'date-malformed' },
      { path: 'rows.6.start', code: 'time.malformed' }, { path: 'rows.7.end', code: 'required' },
    ]) } });
    expect((await draft()).sessions).toHaveLength(before);
    expect((await draft()).forums.map(({ title }) => title['en'])).not.toContain('Doubled');
  });

  it('is refused where it is no table, has no headers, or the actor may not', async () => {
    expect(await take('')).toMatchObject({ data: { problems: [{ path: 'table', code: 'table-unreadable', data: { reason: 'empty' } }] } });
    expect(await take('Name,Budget\nOne,2\n')).toMatchObject({ data: { problems: [{ path: 'table', code: 'columns-unknown' }] } });
    const delegate = await stage.delegate();
    const input = { conferenceId: stage.conference.id, table: { base64: '' } };
    expect(code(await stage.get(ImportProgramme).run(delegate.actor, input))).toBe('access.denied');
    expect(code(await stage.get(ImportProgramme).run(systemActor, { ...input, schedule: '{}' }))).toBe('input.invalid');
  });
});
