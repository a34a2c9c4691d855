import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { BY_KEYBOARD_MS, Keyboard } from './keyboard.js';
import { asAdministrator } from './set-the-stage.js';
import { Stage } from './stage.js';

const INVITED = 'amara.okafor@example.org';
const HEAD = 'ngozi.adeyemi@example.org';
/** Those who have no mouse. */
const [GUEST, OTHER_HEAD] = ['elif.demir@example.org', 'rosa.quispe@example.org'];

describeWhere(hasChromium(), 'Chromium is not installed')('an invitation, without JavaScript', () => {
  let stage: Stage;
  let page: Page;
  const heading = (): Promise<string> => page.innerText('h1');
  const text = (): Promise<string> => page.innerText('main');
  const done = async <Result>(query: string, input: object): Promise<Result> => (await asAdministrator<{ result: Result }>(stage.running, query, { input })).result;

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.page();
    const { conferenceId } = stage.scenery;
    await done('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { conferenceId, key: 'speaker', title: { en: 'Speaker' }, capacity: 5, invitationOnly: true });
    await done('mutation ($input: CreateInvitationsInput!) { result: createInvitations(input: $input) { __typename } }', {
      conferenceId, words: 'We met in Lagos.', invitations: [{ name: 'Dr Amara Okafor', email: INVITED, latinName: 'Amara Okafor', organisation: 'Lagos Harbour Trust', category: 'speaker' }, { name: 'Elif Demir', email: GUEST, latinName: 'Elif Demir', category: 'speaker' }],
    });
    await done('mutation ($input: CreateDelegationInput!) { result: createDelegation(input: $input) { __typename } }', {
      conferenceId, name: { en: 'Delegation of Nigeria' }, country: 'NG', head: { email: HEAD, name: 'Ngozi Adeyemi' }, quotas: [{ category: 'delegate', places: 2 }],
    });
    await done('mutation ($input: CreateDelegationInput!) { result: createDelegation(input: $input) { __typename } }', {
      conferenceId, name: { en: 'Delegation of Peru' }, country: 'PE', head: { email: OTHER_HEAD, name: 'Rosa Quispe' }, quotas: [{ category: 'delegate', places: 2 }],
    });
  }, 180_000);
  afterAll(() => stage.close());

  it('is opened as often as scanners like, and nothing is answered by that', async () => {
    const link = await stage.link(INVITED, 'invitation.sent', '/invitations/');
    for (let n = 0; n < 3; n += 1) await page.goto(link);
    expect(await text()).toContain('a•••@example.org');
    expect(await text()).toContain('Will you come?');
    expect(await text()).not.toContain('Lagos Harbour Trust');
  });

  it('is accepted, leads into the form with what is known, and to the ticket', async () => {
    await page.click('button[value=ACCEPT]');
    expect(await text()).toContain('You register by your invitation as Speaker.');
    await page.click('main form button');
    expect(page.url()).toContain('/en/sign-in?next=');
    await page.fill('input[name=email]', INVITED);
    await page.click('main button');
    await page.goto(await stage.link(INVITED, 'identity.sign-in-link', '/sign-in/link'));
    await page.click('main button');
    await page.click('main form button');
    expect(await page.inputValue('[name="names.latinFamily"]')).toBe('Amara Okafor');
    expect(await page.innerText('main')).toContain('Please divide it into family name and given names');
    await page.click('main form button');
    expect(await page.inputValue('[name=organisation]')).toBe('Lagos Harbour Trust');
    await page.click('main form button');
    await page.check('[name="consents.privacy"]');
    await page.click('main form button');
    await page.click('main form button');
    expect(await page.locator('.ticket svg').count()).toBe(1);
    await page.goto(await stage.link(INVITED, 'invitation.sent', '/invitations/'));
    expect(await text()).toContain('You have accepted and are registered.');
    expect(await page.locator('button[value=DECLINE]').count()).toBe(0);
  });

  it('is written by the head of a delegation, who registers members too and sees the places go', async () => {
    page = await stage.page();
    const link = await stage.link(HEAD, 'invitation.delegation-head', '/delegations/');
    await stage.signIn(page, HEAD, 'en', new URL(link).pathname);
    expect(await heading()).toBe('Delegation of Nigeria');
    await page.click('summary:has-text("Invite a member")');
    await page.fill('details:has(button[value=invite]) [name=name]', 'Chidi Eze');
    await page.fill('details:has(button[value=invite]) [name=email]', 'nobody');
    await page.click('button[value=invite]');
    expect(await page.inputValue('details:has(button[value=invite]) [name=name]')).toBe('Chidi Eze');
    expect(await page.getAttribute('details:has(button[value=invite]) [name=email]', 'aria-invalid')).toBe('true');
    await page.fill('details:has(button[value=invite]) [name=email]', 'chidi.eze@example.org');
    await page.click('button[value=invite]');
    expect(await text()).toContain('The invitation is on its way to Chidi Eze.');
    expect(await stage.link('chidi.eze@example.org', 'invitation.sent', '/invitations/')).toContain('/en/invitations/');
    await page.click('summary:has-text("Register a member")');
    await page.click('button[value=register]');
    await page.fill('[name="names.latinFamily"]', 'Balogun');
    await page.click('main form button');
    await page.click('main form button');
    await page.check('[name="consents.privacy"]');
    await page.click('main form button');
    await page.click('main form button');
    expect(await text()).toContain('Confirmed');
    await page.goto(link);
    expect(await text()).toContain('Balogun');
    expect(await text()).toContain('All places have names.');
    await page.click('text=Forums and visits');
    await page.click('.card:has-text("Ports of tomorrow") button');
    expect(await page.innerText('.card:has-text("Ports of tomorrow")')).toContain('Booked');
    // Who only leads a delegation has no desk.
    expect((await page.goto(`${stage.site}/en/console`))?.status()).toBe(403);
  });

  it('is declined with a reason, and polite when it was taken back', async () => {
    page = await stage.page();
    await page.goto(await stage.link('chidi.eze@example.org', 'invitation.sent', '/invitations/'));
    await page.click('summary:has-text("I cannot come")');
    await page.fill('[name=reason]', 'A wedding in Enugu');
    await page.click('button[value=DECLINE]');
    expect(await text()).toContain('Should your plans change, you can still accept.');
    await page.goto(`${stage.site}/en/invitations/1forged`);
    expect(await heading()).toBe('We do not know this invitation');
  });

  it('is accepted by the keyboard alone, and leads to the ticket', async () => {
    page = await stage.page();
    const keys = new Keyboard(page);
    await page.goto(await stage.link(GUEST, 'invitation.sent', '/invitations/'));
    await keys.follow('button[value=ACCEPT]');
    expect(await text()).toContain('You register by your invitation as Speaker.');
    await keys.follow('main form button');
    await keys.type({ 'input[name=email]': GUEST });
    await keys.follow('main form button');
    await page.goto(await stage.link(GUEST, 'identity.sign-in-link', '/sign-in/link'));
    await keys.follow('main form button');
    await keys.follow('main form button');
    await keys.type({ '[name="names.latinFamily"]': 'Demir', '[name="names.latinGiven"]': 'Elif' });
    await keys.follow('main form button[type=submit]');
    await keys.type({ '[name=phone]': '+90 532 123 45 67', '[name=organisation]': 'Bosphorus Trade Forum' });
    await keys.follow('main form button[type=submit]');
    await keys.press('[name="consents.privacy"]', 'Space');
    await keys.follow('main form button[type=submit]');
    expect(await text()).toContain('Bosphorus Trade Forum');
    await keys.follow('main form button[type=submit]');
    expect(await page.locator('.ticket svg').count()).toBe(1);
  }, BY_KEYBOARD_MS);

  it('is written by the keyboard alone by the head of a delegation, who registers a member so too', async () => {
    page = await stage.page();
    const keys = new Keyboard(page);
    await stage.signIn(page, OTHER_HEAD, 'en', new URL(await stage.link(OTHER_HEAD, 'invitation.delegation-head', '/delegations/')).pathname);
    expect(await heading()).toBe('Delegation of Peru');
    const delegation = page.url();
    await keys.press('summary:has-text("Invite a member")');
    await keys.type({ 'details:has(button[value=invite]) [name=name]': 'Inti Mamani', 'details:has(button[value=invite]) [name=email]': 'inti.mamani@example.org' });
    await keys.follow('button[value=invite]');
    expect(await text()).toContain('The invitation is on its way to Inti Mamani.');
    await keys.press('summary:has-text("Register a member")');
    await keys.follow('button[value=register]');
    await keys.type({ '[name="names.latinFamily"]': 'Huamán' });
    await keys.follow('main form button[type=submit]');
    await keys.follow('main form button[type=submit]');
    await keys.press('[name="consents.privacy"]', 'Space');
    await keys.follow('main form button[type=submit]');
    await keys.follow('main form button[type=submit]');
    expect(await text()).toContain('Confirmed');
    await page.goto(delegation);
    expect(await text()).toMatch(/Huamán[^]*All places have names|All places have names[^]*Huamán/);
  }, BY_KEYBOARD_MS);
});
