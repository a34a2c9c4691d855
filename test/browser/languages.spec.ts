import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import { enterAsAdministrator } from './staff.js';
import { Stage } from './stage.js';

describeWhere(hasChromium(), 'Chromium is not installed')('the languages', () => {
  let stage: Stage;
  beforeAll(async () => { stage = await Stage.open(); }, 150_000);
  afterAll(() => stage.close());

  it('unfold without a script, lead to the same page, and turn it where they run from right to left', async () => {
    const page = await stage.page();
    const path = `/conferences/${stage.scenery.slug}/programme?q=okafor`;
    await page.goto(`${stage.site}/en${path}`);
    expect(await page.locator('.tongues li').first().isVisible()).toBe(false);
    await page.click('.tongues summary');
    expect(await page.locator('.tongues li').allTextContents()).toEqual(['English', '简体中文', '繁體中文', 'العربية', 'Español', 'Français', 'Русский', 'Português', 'Bahasa Indonesia', 'ไทย', 'Tiếng Việt']);
    await page.click('.tongues a[lang=ar]');
    expect(page.url()).toBe(`${stage.site}/ar${path}`);
    expect([await page.getAttribute('html', 'lang'), await page.getAttribute('html', 'dir'), await page.textContent('h1')]).toEqual(['ar', 'rtl', 'البرنامج']);
  });

  it('of the bare address are those of the browser', async () => {
    for (const [asked, lang] of [['pt-BR', 'pt'], ['zh-TW', 'zh-Hant'], ['sw-KE', 'en']] as const) {
      const page = await stage.page({ locale: asked });
      await page.goto(stage.site);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
    }
  });

  it('write their letters: who signs in on a Thai page gets a Thai letter whose link leads back to it', async () => {
    const page = await stage.page();
    await page.goto(`${stage.site}/th/sign-in`);
    await page.fill('input[name=email]', 'somchai@example.org');
    await page.click('main button');
    expect((await stage.letter('somchai@example.org', 'identity.sign-in-link')).subject).toBe('ลิงก์เข้าสู่ระบบของท่าน');
    expect(await stage.link('somchai@example.org', 'identity.sign-in-link', '/sign-in/link')).toContain('/th/sign-in/link');
  });

  it('are mended in the console: in use at once, refused with what was typed, set back', async () => {
    const page = await stage.page();
    await enterAsAdministrator(stage, page);
    await page.goto(`${stage.site}/fr/console/languages/fr?q=web.visits.until`);
    expect(page.url()).toContain('/en/console/languages/fr?q=web.visits.until');
    const text = page.locator('textarea[name=text]');
    await page.click('details.catalogue-text summary');
    await text.fill('À réserver avant {moment');
    await page.click('details.catalogue-text button[type=submit]');
    expect(await page.textContent('.problem')).toContain('braces');
    expect(await text.inputValue()).toBe('À réserver avant {moment');
    await text.fill('À réserver avant {moment}');
    await page.click('details.catalogue-text button[type=submit]');
    expect(await page.textContent('[role=status]')).toContain('in use');
    const visit = await stage.page();
    await visit.goto(`${stage.site}/fr/conferences/${stage.scenery.slug}/visits/boat`);
    expect(await visit.textContent('main')).toContain('À réserver avant ');
    await page.click('button[value=reset]');
    await visit.reload();
    expect(await visit.textContent('main')).toContain('Réservation possible jusqu’au ');
    await page.goto(`${stage.site}/en/console/languages`);
    expect(await page.locator('tr', { hasText: 'العربية' }).textContent()).toContain('Not yet reviewed');
  }, 90_000);
});
