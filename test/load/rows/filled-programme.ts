import { randomUUID } from 'node:crypto';
import { GraphqlClient } from '../../e2e/town/graphql-client.js';
import { Organiser } from '../../e2e/town/organiser.js';
import { load } from '../load-client.js';
import { registrationBody, signedInDelegates } from '../people.js';
import { TOKEN } from '../stage.js';
import type { Stage, Started } from '../stage.js';
import { markedAll } from './registration.js';

export const CONNECTIONS = 64;
/** What is read of a forum. */
export const FIELDS = 'id slug title kind sessions { id title startsAt endsAt room { name venue { name } } speakers { name role } }';
/** The load client asks far more often than people behind one address may. */
export const UNLIMITED = { RATE_LIMITS: 'off' };

/** A conference with a programme. */
export interface Made {
  readonly slug: string;
  readonly conferenceId: string;
  readonly forums: readonly string[];
}

/** A published conference whose forums have sessions in rooms with speakers. */
export async function programme(api: Started, forums: number, sessions: number): Promise<Made> {
  const client = new GraphqlClient(`http://127.0.0.1:${api.port}`, 4);
  const organiser = new Organiser(client, TOKEN);
  const both = (en: string, zh: string): Readonly<Record<string, string>> => ({ 'en': en, 'zh-Hans': zh });
  const { id: conferenceId, slug } = await organiser.conference();
  await organiser.category(conferenceId, {});
  await organiser.open(conferenceId);
  const { id: venueId } = await organiser.make('createVenue', 'Venue', { conferenceId, name: both('Convention centre', '会议中心') });
  const ids: string[] = [];
  for (let n = 0; n < forums; n += 1) {
    const { id: roomId } = await organiser.make('createRoom', 'Room', { venueId, name: both(`Room ${n}`, `${n}号厅`), capacity: 300 });
    const { id: forumId } = await organiser.make('createForum', 'Forum', { conferenceId, slug: `forum-${n}`, kind: 'THEMATIC', title: both(`Forum ${n}`, `论坛${n}`), capacity: 1_000_000 });
    for (let k = 0; k < sessions; k += 1) {
      const at = (minutes: number): string => `${organiser.day(n % 4)}T${String(8 + k).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      await organiser.make('scheduleSession', 'SessionScheduled', {
        forumId, roomId, title: both(`Session ${k} of forum ${n}`, `论坛${n}第${k}场`), startsAt: at(0), endsAt: at(50),
        speakers: [{ name: both('Amina Yusuf', '阿米娜'), role: 'KEYNOTE' }, { name: both('Li Na', '李娜'), role: 'MODERATOR' }],
      }, 'session { id }');
    }
    ids.push(forumId);
  }
  client.close();
  return { slug, conferenceId, forums: ids };
}

/** Sign-ins of delegates who have chosen two forums each. The planner knows the tables as it would after a minute. */
export async function readers(stage: Stage, database: string, api: Started, { conferenceId, forums }: Made, count: number): Promise<string[]> {
  const delegates = await signedInDelegates(stage, database, count);
  const all = async (bodies: readonly string[], bearers: readonly string[], marks: readonly string[]): Promise<void> => {
    markedAll(await load({ ports: [api.port], connections: CONNECTIONS, seconds: 300, bodies, bearers, repeat: false, marks }));
  };
  await all(delegates.map((delegate, number) => registrationBody(conferenceId, delegate, number, randomUUID())), delegates.map(({ bearer }) => bearer), ['"__typename":"Registration"']);
  const rows = await stage.ask<{ id: string; account_id: string }>(database, 'SELECT id, account_id FROM registration WHERE conference_id = $1', [conferenceId]);
  const byAccount = new Map(rows.map((row) => [row.account_id, row.id]));
  for (const offset of [0, 1]) {
    await all(delegates.map(({ accountId }, number) => JSON.stringify({
      query: 'mutation($input: ChooseForumInput!) { chooseForum(input: $input) { __typename ... on AgendaItem { state } ... on Refusal { code } } }',
      variables: { input: { registrationId: byAccount.get(accountId), forumId: forums[(number + offset) % forums.length] } },
    })), delegates.map(({ bearer }) => bearer), ['"state":"CONFIRMED"', '"code":"agenda.clash"']);
  }
  await stage.ask(database, 'ANALYZE');
  return delegates.map(({ bearer }) => bearer);
}
