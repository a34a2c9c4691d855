import { launchChromium, startHouse, throwawayDatabase } from '#testkit';
import type { House, ThrowawayDatabase } from '#testkit';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { RunningSystem } from '../../apps/launcher/running-file.js';
import type { KeptMail } from '../../apps/mailbox/kept-mail.js';
import { setTheStage } from './set-the-stage.js';
import type { Scenery } from './set-the-stage.js';
import { arriveWhole } from './whole-page.js';

/** Less than a test's own time, so that what was not found is named. */
const PATIENCE_MS = 25_000;
/** A letter comes, by way of queue, worker and mail server. */
const LETTER_MS = 40_000;

/** A whole system with a conference to play on, and a browser before it. */
export class Stage {
  private constructor(private readonly house: House, private readonly database: ThrowawayDatabase | undefined, readonly running: RunningSystem, readonly browser: Browser, readonly scenery: Scenery) {}

  /** In a test run on a database of its server, which is there at once; otherwise on one of the house's own. */
  static async open(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const database = process.env['TEST_DATABASE_URL'] === undefined ? undefined : await throwawayDatabase();
    const own = database === undefined ? {} : { DATABASE_URL: database.url };
    const { house, running } = await startHouse({ environment: { RATE_LIMITS: 'off', ...own, ...environment } });
    try {
      const scenery = await setTheStage(running);
      return new Stage(house, database, running, await launchChromium(), scenery);
    } catch (fault) {
      await house.close();
      await database?.drop();
      throw fault;
    }
  }

  get site(): string {
    return this.running.publicUrl;
  }

  /** Pages run without JavaScript, as all of them must; the browser speaks English unless told otherwise. */
  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'en-GB', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('page', arriveWhole);
    return context;
  }

  async page(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.context(options)).newPage();
  }

  /** The newest letter of a kind to an address, as soon as it is there. */
  async letter(to: string, kind: string, after = 0): Promise<KeptMail> {
    for (const end = Date.now() + LETTER_MS; Date.now() < end;) {
      const answer = await fetch(`${this.running.mailboxUrl ?? ''}/api/messages?to=${encodeURIComponent(to)}&kind=${kind}&after=${after}`);
      const { messages } = (await answer.json()) as { messages: KeptMail[] };
      const newest = messages.toSorted((one, other) => other.id - one.id)[0];
      if (newest !== undefined) return newest;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`no letter ${kind} to ${to}`);
  }

  /** The link of a letter that leads to a page of the site. */
  async link(to: string, kind: string, part: string, after = 0): Promise<string> {
    const { links } = await this.letter(to, kind, after);
    const link = links.find((one) => one.includes(part));
    if (link === undefined) throw new Error(`the letter ${kind} has no link to ${part}: ${links.join(' ')}`);
    return link;
  }

  /** Signs a delegate in by the letter's link, as delegates do. */
  async signIn(page: Page, email: string, locale = 'en', next = ''): Promise<void> {
    const { messages } = (await (await fetch(`${this.running.mailboxUrl ?? ''}/api/messages?to=${encodeURIComponent(email)}&limit=1000`)).json()) as { messages: KeptMail[] };
    const known = Math.max(0, ...messages.map((mail) => mail.id));
    await page.goto(`${this.site}/${locale}/sign-in?next=${encodeURIComponent(next)}`);
    await page.fill('input[name=email]', email);
    await page.click('main button');
    await page.goto(await this.link(email, 'identity.sign-in-link', '/sign-in/link', known));
    await page.click('main button');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
    await this.database?.drop();
  }
}
