import { closeQueues, openJobEngine, openQueues } from '#platform';
import type { OpenQueues } from '#platform';
import { describeWhere, hasChromium } from '#testkit';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('the look into the queues', () => {
  let stage: Stage;
  let queues: OpenQueues;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    queues = await openQueues(await openJobEngine({ databaseUrl: stage.running.databaseUrl, redisUrl: undefined, onFault: () => undefined }));
    await queues.get('campaigns')?.addBulk([{ name: 'trial.note', data: { outboxId: '900001' }, opts: { jobId: 'outbox-900001', delay: 3_600_000 } }]);
    page = await stage.page({ javaScriptEnabled: true, viewport: { width: 1200, height: 900 } });
    await enterAsAdministrator(stage, page);
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (fault) => complaints.push(fault.message));
    page.on('response', (response) => { if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`); });
  }, 120_000);
  afterAll(async () => {
    await closeQueues(queues);
    await stage.close();
  });

  it('is opened from the health of the work, and shows each queue by its name with what is in it', async () => {
    await page.goto(`${stage.site}/en/console/installation`);
    await page.click('text=Look into the queues themselves');
    await page.waitForURL(`${stage.site}/queues/`);
    for (const name of ['letters', 'campaigns', 'work']) await page.waitForSelector(`main >> text=${name}`);
    expect(await page.innerText('main')).toMatch(/campaigns[\s\S]*1 job/i);
    await page.click('main a[href*="/queue/campaigns"]');
    await page.click('text=trial.note');
    await page.waitForSelector('text=900001');
  }, 60_000);

  it('has nothing to press that would change something, asks nobody else, and keeps to its policy', async () => {
    expect(await page.locator('button', { hasText: /retry|promote|clean|pause|obliterate|remove|add job/i }).count()).toBe(0);
    await page.waitForLoadState('networkidle');
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((url) => new URL(url).origin !== stage.site && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is refused by a page of the house where nobody has signed in', async () => {
    const stranger = await stage.page({ locale: 'zh-CN' });
    const answer = await stranger.goto(`${stage.site}/queues/`);
    expect([answer?.status(), await stranger.innerText('h1')]).toEqual([401, '您无权查看此页']);
  }, 60_000);
});
