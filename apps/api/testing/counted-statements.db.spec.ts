import { FreshTexts } from '#languages';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WholeApi } from './whole-api.js';

let api: WholeApi;
beforeAll(async () => { api = await WholeApi.open(); });
afterAll(() => api.close());

const ask = (): Promise<unknown> => api.ask('{ countries { code } }');

it('counts what a piece of work sends, whether it began at once or when it was waited for', async () => {
  const texts = api.app.get(FreshTexts, { strict: false });
  expect(await api.counting(() => texts.look())).toBe(1);
  expect(await api.counting(() => api.app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ conferences { totalCount } }' } }))).toBeGreaterThan(0);
});

it('does not count what the process does by itself meanwhile', async () => {
  const texts = api.app.get(FreshTexts, { strict: false });
  let begin = (): void => undefined;
  const looked = new Promise<void>((resolve) => { begin = resolve; }).then(() => texts.look());
  await ask();
  const alone = await api.counting(ask);
  expect(await api.counting(async () => {
    begin();
    await looked;
    await ask();
  })).toBe(alone);
});
