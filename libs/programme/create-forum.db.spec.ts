import { systemActor } from '#identity';
import { isRefusal } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateForum, MOST_FORUMS } from './create-forum.js';
import { Stage } from './testing/stage.js';

let stage: Stage;
beforeAll(async () => { stage = await Stage.open(); });
afterAll(() => stage.close());

describe('a programme', () => {
  it('holds so many forums and no more, also when two come at once', async () => {
    const create = (n: number) => stage.get(CreateForum).run(systemActor, {
      conferenceId: stage.conference.id, slug: `forum-${n}`, kind: 'THEMATIC', title: { en: `Forum ${n}` }, admission: 'SIGN_UP', capacity: 10, offerMinutes: 60,
    });
    for (let n = 1; n < MOST_FORUMS; n += 1) expect(await create(n)).toHaveProperty('forumId');
    const last = await Promise.all([create(1_000), create(1_001)]);
    expect(last.map((answer) => (isRefusal(answer) ? answer.refused : 'made')).toSorted()).toEqual(['made', 'programme.forums-full']);
    expect(await stage.query('SELECT 1 FROM forum')).toHaveLength(MOST_FORUMS);
  }, 60_000);
});
