import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import { judge, tableOf } from './budgeted.js';
import { hang } from './gallery.js';
import { Stage } from './stage.js';
import { broken, costOf, PUBLIC_BUDGET } from './throttled.js';

/** Times of a machine that runs other specs at once say little; bytes, requests and shifts say the same everywhere. */
const PATIENCE = 4;

describeWhere(hasChromium(), 'Chromium is not installed')('on a line of 400 kbit/s and 400 ms', () => {
  let stage: Stage;
  beforeAll(async () => { stage = await Stage.open(); }, 120_000);
  afterAll(() => stage.close());

  it('pages of each kind stay within their budgets', async () => {
    const judged = await judge(stage, await hang(stage), { locales: ['en'], only: ['conference', 'programme', 'step-contact', 'step-questions', 'console-registrations'], patience: PATIENCE });
    console.log(tableOf(judged));
    expect(judged.map(({ name, broken: over }) => [name, over])).toEqual(judged.map(({ name }) => [name, []]));
    expect(judged).toHaveLength(5);
  }, 180_000);

  it('a page that costs too much is seen', async () => {
    const heavy = createServer((request, response) => {
      if (request.url !== '/') { response.setHeader('content-type', 'text/javascript').end(`// ${'x'.repeat(12_000)}`); return; }
      response.setHeader('content-type', 'text/html').end(`<script src="/a.js"></script><img src="http://localhost:1/a.png"><h1>${'Heavy '.repeat(6_000)}</h1>`);
    });
    await new Promise<void>((resolve) => { heavy.listen(0, '127.0.0.1', resolve); });
    try {
      const cost = await costOf(stage.browser, `http://127.0.0.1:${(heavy.address() as AddressInfo).port}/`);
      const over = (judged: typeof cost, patience?: number): (string | undefined)[] => broken(judged, PUBLIC_BUDGET, patience).map((said) => said.split(' ')[0]);
      expect(over(cost, 100)).toEqual(['html', 'script', 'elsewhere']);
      expect(over({ ...cost, lcpMs: 2_501, cls: 0.06 })).toEqual(['html', 'script', 'elsewhere', 'lcpMs', 'cls']);
    } finally {
      await new Promise((resolve) => { heavy.close(resolve); });
    }
  }, 60_000);
});
