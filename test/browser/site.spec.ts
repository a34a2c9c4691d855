import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere, hasChromium } from '#testkit';
import { onTheLine } from './on-the-line.js';
import { Stage } from './stage.js';

const HTML_BUDGET_BYTES = 30_000;
const CSS_BUDGET_BYTES = 14_000;

describeWhere(hasChromium(), 'Chromium is not installed')('the site', () => {
  let stage: Stage;
  const publicPages = (): string[] => ['', '/sign-in', ...['', '/programme', '/programme/ports', '/visits', '/visits/boat', '/register'].map((path) => `/conferences/${stage.scenery.slug}${path}`)];

  beforeAll(async () => { stage = await Stage.open(); }, 120_000);
  afterAll(() => stage.close());

  it('spends at most 30 kB of HTML, 14 kB of CSS and no script on a public page', async () => {
    const table: string[] = [];
    for (const locale of ['en', 'zh-Hans']) {
      for (const path of publicPages()) {
        const { bytes, encoding } = await onTheLine(`${stage.site}/${locale}${path}`);
        expect([path, encoding]).toEqual([path, 'br']);
        const page = await (await fetch(`${stage.site}/${locale}${path}`)).text();
        const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
        expect(css).not.toBe('');
        expect(page).not.toMatch(/<script(?! type="application\/ld\+json")|<link[^>]+stylesheet|javascript:| style="/);
        const cssBytes = brotliCompressSync(css).length;
        table.push(`${path} ${bytes} ${cssBytes}`);
        expect([path, bytes <= HTML_BUDGET_BYTES, cssBytes <= CSS_BUDGET_BYTES]).toEqual([path, true, true]);
      }
    }
    expect(table).toHaveLength(16);
    expect((await onTheLine(`${stage.site}/en`, 'gzip')).encoding).toBe('gzip');
  });

  it('lets no script run, even one that gets into a page', async () => {
    const page = await stage.page({ javaScriptEnabled: true });
    await page.goto(`${stage.site}/en`);
    expect(await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="/nothing" onerror="document.title = \'taken over\'">');
      return document.title;
    })).not.toContain('taken over');
  });

  it('takes no form from another site', async () => {
    const post = (headers: Record<string, string>) => fetch(`${stage.site}/en/sign-in`, { method: 'POST', body: new URLSearchParams({ email: 'a@example.org' }), headers });
    const own = new URL(stage.site).origin;
    expect((await post({ 'sec-fetch-site': 'cross-site', origin: own })).status).toBe(403);
    expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: own })).status).toBe(200);
    const elsewhere = await stage.page();
    await elsewhere.setContent(`<form method="post" action="${stage.site}/en/sign-in"><input name="email" value="a@example.org"><button>Win</button></form>`);
    await elsewhere.click('button');
    expect(await elsewhere.innerText('body')).toContain('another site');
  });

  it('is used by keyboard alone: to the content, through the sign-in, through a form', async () => {
    const page = await stage.page();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.getAttribute('href') ?? '');
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()) === name) return;
      }
      throw new Error(`${name} cannot be reached by keyboard`);
    };
    const email = 'keyboard@example.org';
    await page.goto(`${stage.site}/en/sign-in?next=/en/conferences/${stage.scenery.slug}/register`);
    await tabTo('#main');
    await page.keyboard.press('Enter');
    await tabTo('email');
    await page.keyboard.type(email);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await page.goto(await stage.link(email, 'identity.sign-in-link', '/sign-in/link'));
    const pressOn = async (selector: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) break;
      }
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };
    await pressOn('main form button');
    await pressOn('main form button');
    expect(await page.innerText('h1')).toBe('Name');
    await tabTo('names.latinFamily');
    await page.keyboard.type('Tupou');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.innerText('h1')).toBe('Contact and needs');
  });

  it.each([['en', 'Interpretation: Arabic and Chinese'], ['zh-Hans', '提供口译：阿拉伯语和中文'], ['ar', 'الترجمة الشفوية: العربية والصينية']])('says in %s into which languages a session is interpreted, and nothing where it is not', async (locale, said) => {
    const [label = ''] = said.split(/[:：]/);
    const lines = async (forum: string): Promise<readonly string[]> => {
      const page = await (await fetch(`${stage.site}/${locale}/conferences/${stage.scenery.slug}/programme/${forum}`)).text();
      return page.split('</p>').filter((line) => line.includes(label)).map((line) => line.slice(line.indexOf(label)).replaceAll(/[\u2066-\u2069]/g, ''));
    };
    expect(await lines('ports')).toEqual([said]);
    expect(await lines('press-forum')).toEqual([]);
  });

  it.each([
    ['/zh-Hans/nowhere', {}, 404, 'zh-Hans', '页面不存在'],
    ['/nowhere', { headers: { 'accept-language': 'ar' } }, 404, 'ar', 'هذه الصفحة غير موجودة'],
    ['/ar/sign-in', { method: 'POST', body: 'x'.repeat(1_200_000), headers: { 'sec-fetch-site': 'same-origin' } }, 413, 'ar', 'الحجم أكبر من المسموح به'],
    ['/exports/manifest?departureId=01980000-0000-7000-8000-000000000001&locale=zh-Hans', { headers: { 'sec-fetch-dest': 'document' } }, 401, 'zh-Hans', '您无权查看此页'],
    ['/zh-Hans/sign-in', { method: 'POST', body: 'email=a', headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'zh-Hans', '表单未予受理'],
  ])('says no at %s by a page of the house, in the reader’s language', async (path, init, status, locale, title) => {
    const answer = await fetch(`${stage.site}${path}`, init);
    const page = await answer.text();
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([status, expect.stringContaining("script-src 'none'")]);
    expect(page).toContain(`<html lang="${locale}"`);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toMatch(/class="masthead".*class="tongues".*href="\/(zh-Hans|ar)"/);
  });

  it('says kindly, in the page’s language, that the api is away', async () => {
    // Whoever would start it again is held still, however long we take.
    process.kill(stage.running.launcher, 'SIGSTOP');
    process.kill(stage.running.processes['api'] ?? 0, 'SIGKILL');
    try {
      await isAway();
    } finally {
      process.kill(stage.running.launcher, 'SIGCONT');
    }
  });

  async function isAway(): Promise<void> {
    const answer = await fetch(`${stage.site}/zh-Hans/conferences/${stage.scenery.slug}`);
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([503, '60', 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('暂时无法');
    const graphql = await fetch(`${stage.site}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ serverVersion }"}' });
    expect([graphql.status, (await graphql.json() as { code: string }).code]).toEqual([503, 'fault.away']);
  }
});
