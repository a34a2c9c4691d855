import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { playCampaign } from '../../apps/demo/campaign/play-campaign.js';
import { HOOK_TOKEN, Town } from './town/town.js';

let town: Town;
beforeAll(async () => { town = await Town.open(); }, 60_000);
afterAll(() => town.close(), 60_000);

it('the demo of a campaign ties out: file, ledger, mailbox, answers, those who want no more, and what came back', async () => {
  const said: string[] = [];
  const system = { publicUrl: town.url, mailboxUrl: town.mailbox.webUrl, databaseUrl: town.database.url, adminToken: town.organiser.token, mailHookToken: HOOK_TOKEN };
  expect({ tiesOut: await playCampaign(system, 600, (text) => said.push(text)), said }).toMatchObject({ tiesOut: true });
  expect(said.at(-1)).toMatch(/[1-9]\d* answered by the link, [1-9]\d* want no more, [1-9]\d* came back/);
  expect(said.join('\n')).toContain('It would write to 600 people, and you typed 601.');
}, 300_000);
