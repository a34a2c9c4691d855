import { createHash, randomBytes } from 'node:crypto';
import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '#platform';
import { describeWhere, hasChromium } from '#testkit';
import type { Page } from 'playwright-core';
import { onTheLine } from './on-the-line.js';
import { Stage } from './stage.js';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_600_000), Buffer.from('\n%%EOF\n')]);
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** How long a line that broke is down, in milliseconds. */
const DOWN_MS = 1_500;
/** A file that is sent arrives, over as many breaks as there are: on a machine that does other work too it takes its time. */
const ARRIVES_MS = 40_000;

/** The line between browser and house: after so many bytes from the browser it breaks, and is down for a while or until it is mended. */
class Line {
  private readonly server: Server;
  private readonly ends = new Set<Socket>();
  private left = Number.POSITIVE_INFINITY;
  private next: readonly number[] = [];
  private downMs = DOWN_MS;
  private isDown = false;
  house = 0;
  breaks = 0;
  /** All that browsers have sent through it. */
  sent = 0;

  private constructor() {
    this.server = createServer((browser) => { this.join(browser); });
  }

  static async open(): Promise<Line> {
    const line = new Line();
    await new Promise<void>((resolve) => { line.server.listen(0, '127.0.0.1', resolve); });
    return line;
  }

  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** The first break comes after so many bytes, and each other after so many since the one before it. */
  breakAfter(...bytes: readonly number[]): void {
    [this.left = Number.POSITIVE_INFINITY, ...this.next] = bytes;
    this.downMs = DOWN_MS;
  }

  /** Once it has broken, it is down until it is mended. */
  breakForGood(bytes: number): void {
    this.breakAfter(bytes);
    this.downMs = Number.POSITIVE_INFINITY;
  }

  mend(): void {
    this.isDown = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  private join(browser: Socket): void {
    if (this.isDown) { browser.destroy(); return; }
    const house = connect(this.house, '127.0.0.1');
    const ends = [browser, house];
    for (const end of ends) {
      this.ends.add(end);
      end.on('error', () => undefined).on('close', () => { this.ends.delete(end); for (const other of ends) other.destroy(); });
    }
    house.pipe(browser);
    browser.on('data', (chunk: Buffer) => {
      this.sent += chunk.length;
      house.write(chunk);
      this.left -= chunk.length;
      if (this.left <= 0) this.breakOff();
    });
  }

  private breakOff(): void {
    this.isDown = true;
    [this.left = Number.POSITIVE_INFINITY, ...this.next] = this.next;
    this.breaks += 1;
    this.cut();
    if (this.downMs < Number.POSITIVE_INFINITY) setTimeout(() => { this.mend(); }, this.downMs);
  }

  private cut(): void {
    for (const end of this.ends) end.destroy();
  }
}

describeWhere(hasChromium(), 'Chromium is not installed')('a file for the registration', () => {
  let line: Line;
  let stage: Stage;

  beforeAll(async () => {
    line = await Line.open();
    line.house = await freePort();
    stage = await Stage.open({ PUBLIC_URL: line.address, PORT: String(line.house) });
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    await line.close();
  });

  /** Somebody signed in at the questions of a new registration for the press. */
  async function atQuestions(email: string, javaScriptEnabled: boolean, locale = 'en'): Promise<Page> {
    const page = await stage.page({ javaScriptEnabled });
    await stage.signIn(page, email);
    await page.goto(`${stage.site}/en/conferences/${stage.scenery.slug}/register`);
    await page.click('button:has-text("Press")');
    await page.fill('[name="names.latinFamily"]', 'Nwosu');
    await page.click('main form button');
    await page.goto(page.url().replace(/\/en\/(.*)\/\w+$/, `/${locale}/$1/questions`));
    return page;
  }
  /** All that the field says of its file, in its order, as it comes. */
  async function heard(page: Page): Promise<readonly string[]> {
    const said: string[] = [];
    await page.exposeFunction('heard', (text: string) => { said.push(text); });
    await page.evaluate(() => {
      const status = document.querySelector('[data-sending] [role=status]');
      new MutationObserver(() => { (globalThis as unknown as { heard(text: string): void }).heard(status?.textContent ?? ''); }).observe(status!, { childList: true, characterData: true, subtree: true });
    });
    return said;
  }
  const shown = (page: Page): Promise<string> => page.innerText('[data-sending] .upload');
  const settled = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="answers.card.file"]')?.value !== '' || document.querySelector('[data-sending].wrong') !== null, undefined, { timeout: ARRIVES_MS });
  /** What the house keeps under the id that the form would send. */
  async function kept(page: Page): Promise<Buffer> {
    const answer = await page.request.get(`${stage.site}/files/${await page.inputValue('[name="answers.card.file"]')}`);
    return answer.body();
  }

  it('goes on where the line broke, twice, says so, and is kept as it was; what was typed stays', async () => {
    const page = await atQuestions('nwosu@example.org', true);
    const said = await heard(page);
    const before = line.sent;
    line.breakAfter(1_500_000, 900_000);
    await page.setInputFiles('[name="answers.card"]', { name: '记者证.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.check('[value=radio]');
    await settled(page);
    expect(line.breaks).toBe(2);
    expect(said.join('\n')).toMatch(/on its way[^]*line broke[^]*on its way[^]*line broke[^]*“.?记者证\.pdf.?” has arrived/);
    expect(digest(await kept(page))).toBe(digest(PDF));
    // Whoever begins anew after each break sends 5 MB: 1.5, 0.9, and all of it.
    expect(line.sent - before).toBeLessThan(PDF.length * 1.6);
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/consent$/);
    await page.goto(page.url().replace(/consent$/, 'questions'));
    expect(await page.innerText('[data-sending]')).toContain('Kept: 记者证.pdf');
    expect(await page.isChecked('[value=radio]')).toBe(true);
  }, 60_000);

  it('holds the form until it is there, and then goes on by itself', async () => {
    const page = await atQuestions('adeyemi@example.org', true);
    const breaks = line.breaks;
    const said = await heard(page);
    // The file cannot arrive before the form is sent.
    line.breakForGood(1_200_000);
    await page.setInputFiles('[name="answers.card"]', { name: 'card.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.check('[value=print]');
    await page.click('main form button[type=submit]');
    await waitFor(() => said.includes('As soon as your file has arrived, this page goes on by itself.') && line.breaks > breaks);
    expect(new URL(page.url()).pathname).toMatch(/\/questions$/);
    line.mend();
    await page.waitForURL(/\/consent$/, { timeout: ARRIVES_MS });
    expect(line.breaks).toBe(breaks + 1);
    await page.goto(page.url().replace(/consent$/, 'questions'));
    expect(await page.innerText('[data-sending]')).toContain('Kept: card.pdf');
  }, 60_000);

  it('is continued after the page was closed, when the same file is chosen again', async () => {
    const page = await atQuestions('balogun@example.org', true);
    const lastModified = Date.now() - 86_400_000;
    const choose = (on: Page) => on.evaluate(({ base64, at }) => {
      const choice = document.querySelector<HTMLInputElement>('[name="answers.card"]')!;
      const bag = new DataTransfer();
      bag.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'card.pdf', { type: 'application/pdf', lastModified: at }));
      choice.files = bag.files;
      choice.dispatchEvent(new Event('change'));
    }, { base64: PDF.toString('base64'), at: lastModified });
    const breaks = line.breaks;
    const questions = page.url();
    line.breakForGood(2_300_000);
    await choose(page);
    await waitFor(() => line.breaks > breaks);
    await page.goto('about:blank');
    line.mend();
    await page.goto(questions);
    const before = line.sent;
    await choose(page);
    await settled(page);
    expect(digest(await kept(page))).toBe(digest(PDF));
    expect(line.sent - before).toBeLessThan(PDF.length / 2);
  }, 60_000);

  it('says in the page’s language why it is not taken, and lets another be chosen', async () => {
    const page = await atQuestions('okoro@example.org', true, 'zh-Hans');
    await page.setInputFiles('[name="answers.card"]', { name: 'film.pdf', mimeType: 'application/pdf', buffer: randomBytes(50_000) });
    await settled(page);
    expect(await shown(page)).toContain('不支持该类文件');
    await page.setInputFiles('[name="answers.card"]', { name: 'card.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.waitForFunction(() => document.querySelector('[data-sending].wrong') === null);
    await settled(page);
    expect(await shown(page)).toContain('已上传');
  }, 60_000);

  it('is sent by the form itself without a script, and is not lost where another answer is wrong', async () => {
    const page = await atQuestions('eze@example.org', false);
    await page.setInputFiles('[name="answers.card"]', { name: 'card.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.click('main form button[type=submit]');
    await page.goto(page.url().replace(/\w+$/, 'questions'));
    expect(await page.innerText('[data-sending]')).toContain('Kept: card.pdf');
    expect(await page.isVisible('.upload')).toBe(false);
    await page.setInputFiles('[name="answers.card"]', { name: 'card.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_000_000, 7) });
    await page.click('main form button[type=submit]');
    await page.click('main a:has-text("Back to the form")');
    expect(await page.innerText('[data-sending]')).toContain('Kept: card.pdf');
  }, 60_000);

  it('belongs to who began it: another account, and a page of another site, cannot go on with it', async () => {
    const [mine, theirs] = [await atQuestions('obi@example.org', true), await atQuestions('thief@example.org', true)];
    const begin = (page: Page) => page.evaluate(async () => (await fetch('/files/uploads', { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '100' } })).headers.get('location') ?? '');
    const goOn = (page: Page, address: string) => page.evaluate(async (path) => (await fetch(path, { method: 'PATCH', body: 'x', headers: { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' } })).status, address);
    const address = await begin(mine);
    expect(address).toMatch(/^\/files\/uploads\//);
    expect(await goOn(theirs, address)).toBe(404);
    const elsewhere = await mine.context().newPage();
    await elsewhere.goto('about:blank');
    expect(await goOn(elsewhere, `${stage.site}${address}`).catch(() => 'refused')).toBe('refused');
    expect(await goOn(mine, address)).toBe(204);
  }, 60_000);

  it('costs at most 20 kB of script, of which most comes only when a file is chosen; other pages run none', async () => {
    const page = await atQuestions('ibe@example.org', true);
    const asked: string[] = [];
    page.on('request', (request) => { if (request.resourceType() === 'script') asked.push(request.url()); });
    const bytesOf = async (urls: readonly string[]): Promise<number> => (await Promise.all(urls.map(async (url) => (await onTheLine(url)).bytes))).reduce((all, bytes) => all + bytes, 0);
    const answer = await page.goto(page.url(), { waitUntil: 'networkidle' });
    expect(answer?.headers()['content-security-policy']).toContain(`script-src ${stage.site}/assets/;`);
    const first = await bytesOf(asked);
    expect([asked.length > 0, first < 4_000]).toEqual([true, true]);
    await page.setInputFiles('[name="answers.card"]', { name: 'card.pdf', mimeType: 'application/pdf', buffer: PDF });
    await settled(page);
    const all = await bytesOf([...new Set(asked)]);
    console.log(`upload: ${first} bytes of script with the page, ${all} once a file is chosen`);
    expect([all > first, all <= 20_000]).toEqual([true, true]);
    const other = await page.goto(page.url().replace('questions', 'contact'));
    expect(other?.headers()['content-security-policy']).toContain("script-src 'none'");
  }, 60_000);
});

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => { setTimeout(resolve, 20); });
}
