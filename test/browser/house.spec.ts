import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('those who run the house', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page();
    await enterAsAdministrator(stage, page);
  }, 120_000);
  afterAll(() => stage.close());

  const text = (selector = 'main'): Promise<string> => page.innerText(selector);

  it('invite somebody, who gets a letter; change the role, and take it back only when they are sure', async () => {
    await page.goto(`${stage.site}/en/console`);
    await page.click('nav >> text=Staff');
    await page.click('text=Invite somebody');
    await page.click('main form button[type=submit]');
    expect(await text('.summary')).toContain('Role: Please fill this in.');
    await page.fill('input[name=name]', 'Siti Rahmawati');
    await page.fill('input[name=email]', 'siti@example.org');
    await page.selectOption('select[name=role]', 'VIEWER');
    await page.selectOption('select[name=scope]', `CONFERENCE:${stage.scenery.conferenceId}`);
    await page.click('main form button[type=submit]');
    expect(await text('.note.good')).toContain('Siti Rahmawati');
    expect((await stage.letter('siti@example.org', 'identity.staff-invitation')).links.join(' ')).toContain('/staff/invitation');
    await page.fill('input[name=q]', 'siti');
    await page.click('form[role=search] button');
    expect(await text('tbody')).toContain('Letter sent, not opened yet');
    await page.click('tbody a');
    await page.selectOption('select[name=role]', 'ORGANISER');
    await page.click('text=Change the role');
    expect(await text('.note.good')).toBe('The role is changed.');
    await page.goto(`${stage.site}/en/console/staff?q=siti`);
    expect(await text('tbody')).toContain('Organiser');
    await page.click('tbody a');
    await page.click('button.danger');
    expect(await text('.summary')).toContain('Please tick that you are sure.');
    await page.check('input[name=sure]');
    await page.click('button.danger');
    expect(await text('.note.good')).toBe('The role is taken back.');
    await page.goto(`${stage.site}/en/console/staff?q=siti`);
    expect(await text()).toContain('Nobody matches.');
  }, 60_000);

  it('make a token, see its secret this once, and revoke it: the program is turned away', async () => {
    const ask = async (secret: string): Promise<unknown> => {
      const answer = await fetch(`${stage.running.apiUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` }, body: '{"query":"{ me { email } }"}' });
      return ((await answer.json()) as { data: { me: unknown } }).data.me;
    };
    await page.goto(`${stage.site}/en/console/staff/tokens`);
    await page.fill('input[name=name]', 'Badge printer');
    await page.selectOption('select[name=role]', 'VIEWER');
    await page.selectOption('select[name=scope]', 'INSTALLATION');
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), page.click('text=Make the token')]);
    expect(answer.headers()['cache-control']).toBe('no-store');
    const secret = (await page.textContent('.secret code')) ?? '';
    expect(await ask(secret)).not.toBeNull();
    await page.click('text=I have copied it');
    expect(await page.content()).not.toContain(secret);
    const row = page.locator('tr', { hasText: 'Badge printer' });
    await row.locator('summary').click();
    await row.locator('button.danger').click();
    expect(await text('.note.good')).toBe('The token is revoked.');
    expect(await ask(secret)).toBeNull();
  }, 60_000);

  it('read in sentences what was done, by whom, found by the address alone', async () => {
    await page.goto(`${stage.site}/en/console/audit`);
    expect(await text()).toMatch(/changed the role of .?siti@example\.org.? from .?Viewer.? to .?Organiser/);
    await page.selectOption('select[name=what]', 'token.revoked');
    await page.click('form[role=search] button');
    expect(new URL(page.url()).searchParams.get('what')).toBe('token.revoked');
    expect(await page.locator('.deeds > li').count()).toBe(1);
    await page.click('text=Check the log');
    expect(await text('#check [role=status]')).toMatch(/sealed lines? (is|are) as written|too young/);
    expect(await text('.deeds')).toMatch(/revoked the token .?Badge printer/);
    await page.goto(`${stage.site}/en/console/audit?who=zebra`);
    expect(await text()).toContain('Nothing was done that matches.');
  }, 60_000);

  it('see how the house fares, and read settings without secrets', async () => {
    await page.goto(`${stage.site}/en/console/installation`);
    expect(await text()).toContain('PostgreSQL');
    await page.goto(`${stage.site}/en/console/installation/settings`);
    const settings = await text();
    expect(settings).toContain('SECRET_KEY');
    expect(await page.content()).not.toContain(stage.running.adminToken ?? 'no token');
    expect(settings).toMatch(/DATABASE_URL\s+postgres(ql)?:\/\/[^@\s]+\s/);
  }, 60_000);

  it('see numbers as charts with their tables, and take them along as files', async () => {
    const desk = `${stage.site}/en/console/conferences/${stage.scenery.slug}/reports`;
    await page.goto(desk);
    expect(await page.getAttribute('.chart svg', 'aria-label')).toMatch(/The busiest was/);
    expect(await text()).toContain('By country or region');
    const file = await page.request.get(`${stage.site}${await page.getAttribute('.files a', 'href') ?? ''}`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
    await page.goto(`${desk}/visits`);
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    expect((await page.goto(`${desk}/zebras`))?.status()).toBe(404);
  }, 60_000);
});
