import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { Stage } from './stage.js';

const EMAIL = 'okafor@example.org';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

describeWhere(hasChromium(), 'Chromium is not installed')('a delegate, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  let status = '';
  const heading = (): Promise<string> => page.innerText('h1');
  const at = (path: string) => page.goto(`${stage.site}/en/conferences/${stage.scenery.slug}${path}`);

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page();
  }, 120_000);
  afterAll(() => stage.close());

  it('comes from the conference page over the letter’s link to the form', async () => {
    await page.goto(`${stage.site}/`);
    await page.click('text=Two Rivers Conference');
    await page.click('main a.button');
    await page.click('button:has-text("Delegate")');
    expect(page.url()).toContain('/en/sign-in?next=');
    await page.fill('input[name=email]', EMAIL);
    await page.click('main button');
    expect(await page.innerText('main')).toContain(EMAIL);
    await page.goto(await stage.link(EMAIL, 'identity.sign-in-link', '/sign-in/link'));
    await page.click('main button');
    expect(await heading()).toBe('Register');
    await page.click('button:has-text("Delegate")');
    expect(await heading()).toBe('Name');
  });

  it('is told of every mistake beside its field, and nothing typed is lost', async () => {
    await page.fill('[name="names.native"]', 'Ọláìtán');
    await page.click('main form button');
    expect(await page.locator('[role=alert] a').count()).toBeGreaterThan(0);
    expect(await page.inputValue('[name="names.native"]')).toBe('Ọláìtán');
    expect(await page.getAttribute('[name="names.latinFamily"]', 'aria-invalid')).toBe('true');
    await page.fill('[name="names.latinFamily"]', 'Okafor');
    await page.fill('[name="names.latinGiven"]', 'Amina');
    await page.click('main form button');
    expect(await heading()).toBe('Contact and needs');
    await page.fill('[name=phone]', 'twelve');
    await page.fill('[name=organisation]', 'Lagos Harbour Trust');
    await page.check('[name=languages][value=en]');
    await page.selectOption('[name=nationality]', 'NG');
    await page.selectOption('[name=residence]', 'NG');
    await page.click('main form button');
    expect(await page.innerText('.summary')).not.toBe('');
    expect(await page.inputValue('[name=organisation]')).toBe('Lagos Harbour Trust');
    expect(await page.inputValue('[name=nationality]')).toBe('NG');
    expect(await page.isChecked('[name=languages][value=en]')).toBe(true);
    await page.fill('[name=phone]', '+234 803 123 4567');
    await page.click('main form button');
    expect(await heading()).toBe('Consent');
  });

  it('resumes a draft by signing in again, hands it in, and holds a ticket', async () => {
    const draft = page.url();
    await page.goto(`${stage.site}/en/me`);
    await page.click('main .card a');
    expect(page.url()).toContain(draft.split('/').slice(-2)[0]);
    await page.goto(draft.replace(/consent$/, 'review'));
    await page.click('main form button');
    await page.click('.summary a:has-text("Your data")');
    expect([await heading(), new URL(page.url()).hash]).toEqual(['Consent', '#f-consents-privacy']);
    await page.check('[name="consents.privacy"]');
    await page.click('main form button');
    expect(await heading()).toBe('Check and submit');
    expect(await page.innerText('main')).toContain('+234 803 123 4567');
    await page.click('main form button');
    status = page.url();
    expect(await page.innerText('main')).toContain('Confirmed');
    expect(await page.locator('.ticket svg').count()).toBe(1);
    expect((await stage.letter(EMAIL, 'registration.confirmed')).subject).toContain('Two Rivers');
  });

  it('takes a letter for the visa office along, which nobody else is given', async () => {
    const link = stage.site + (await page.getAttribute('a:has-text("Confirmation letter (PDF)")', 'href') ?? '');
    const taken = await page.context().request.get(link);
    expect([taken.status(), taken.headers()['content-type'], taken.headers()['cache-control'], (await taken.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', 'private, no-store', '%PDF-']);
    expect((await (await stage.context()).request.get(link)).status()).toBe(401);
  });

  it('chooses a forum, and is told what another one clashes with', async () => {
    await at('/programme');
    await page.click('text=Ports of tomorrow');
    await page.click('button:has-text("Choose this forum")');
    expect(await page.innerText('.choosing')).toContain('Booked');
    await at('/programme/press-forum');
    await page.click('button:has-text("Choose this forum")');
    expect(await page.innerText('.choosing [role=alert]')).toContain('Ports of tomorrow');
  });

  it('waits for a seat on the full boat, is offered it by letter, and takes it without signing in', async () => {
    await at('/visits/boat');
    await page.click('button:has-text("Join the waiting list")');
    expect(await page.innerText('main')).toContain('number 1 in line');
    await asAdministrator(stage.running, 'mutation($input: WithdrawRegistrationInput!) { withdrawRegistration(input: $input) { __typename } }', { input: { id: stage.scenery.boatHolder, reason: 'asked by phone' } });
    const stranger = await stage.page();
    await stranger.goto(await stage.link(EMAIL, 'agenda.place-offered', '/offers/'));
    await stranger.click('button[value=accept]');
    expect(await stranger.innerText('main')).toContain('The place is yours');
    await stranger.goto(await stage.link(EMAIL, 'agenda.place-offered', '/offers/'));
    expect([await stranger.innerText('h1'), await stranger.locator('main button').count()]).toEqual(['This offer has ended', 0]);
    await at('/agenda');
    expect(await page.innerText('main')).toContain('The small boat');
    expect(await page.innerText('main')).toContain('Ports of tomorrow');
    expect(await page.innerText('main')).not.toContain('Waiting list');
  });

  it('answers the questions of another category, with a document and a file, and is told beside both how long they are kept', async () => {
    const { conference: { version } } = await asAdministrator<{ conference: { version: number } }>(stage.running, 'query($slug: String!) { conference(slug: $slug) { version } }', { slug: stage.scenery.slug });
    await asAdministrator(stage.running, 'mutation($input: UpdateConferenceInput!) { updateConference(input: $input) { __typename } }', { input: { id: stage.scenery.conferenceId, version, documentsKeptDays: 45 } });
    await at('/register');
    await page.click('button:has-text("Press")');
    await page.fill('[name="names.latinFamily"]', 'Nwosu');
    await page.click('main form button');
    await page.selectOption('[name=nationality]', 'NG');
    await page.selectOption('[name=residence]', 'NG');
    await page.click('main form button');
    expect(await page.innerText('main form')).toContain('We delete it 45 days after the conference ends');
    await page.fill('[name="travelDocument.number"]', 'A12345678');
    await page.fill('[name="travelDocument.expiresOn"]', '2039-01-31');
    await page.click('main form button');
    expect(await heading()).toBe('A few questions');
    const questions = page.url();
    await page.goto(questions.replace(/questions$/, 'document'));
    await page.fill('[name="travelDocument.expiresOn"]', '2039-02-28');
    await page.click('main form button');
    expect([await heading(), await page.getAttribute('[name="travelDocument.number"]', 'aria-invalid')]).toEqual(['Travel document', 'true']);
    await page.goto(questions);
    expect(await page.innerText('.field:has([name="answers.card"])')).toContain('We delete your files 45 days after the conference ends.');
    await page.setInputFiles('[name="answers.card"]', { name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.check('[value=radio]');
    await page.click('main form button');
    expect(await page.innerText('.summary')).toContain('JPEG');
    expect(await page.isChecked('[value=radio]')).toBe(true);
    await page.setInputFiles('[name="answers.card"]', { name: 'card.png', mimeType: 'image/png', buffer: PNG });
    await page.click('main form button');
    await page.check('[name="consents.privacy"]');
    await page.click('main form button');
    expect(await page.innerText('main')).not.toContain('A12345678');
    await page.click('main form button');
    expect(await page.innerText('main')).toContain('In review');
    expect(await page.innerText('section:has(h2:text-is("Documents that we hold"))')).toMatch(/45 days[^]*card\.png[^]*45 days/);
    await page.goto(status);
    expect(await page.innerText('main')).not.toContain('Documents that we hold');
  });

  it('withdraws after a second question, and the pages speak Chinese too', async () => {
    await page.goto(status.replace('/en/', '/zh-Hans/'));
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
    await page.click('text=撤回');
    await page.click('main form button.danger');
    expect(await page.innerText('main .chip')).toBe('已撤回');
    expect(await page.locator('.ticket').count()).toBe(0);
  });
});
