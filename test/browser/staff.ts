import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { asAdministrator } from './set-the-stage.js';
import { Stage } from './stage.js';

export const STAFF_PASSWORD = 'nine bridges over the Jialing';

/** The code that an authenticator app shows now (RFC 6238 over RFC 4226). */
export function codeOf(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/\s/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Takes the first administrator from the invitation's letter through password and second factor into the console; gives the app's key. */
export function enterAsAdministrator(stage: Stage, page: Page): Promise<string> {
  return enterAsInvited(stage, page, stage.running.adminEmail ?? '');
}

/** The same for anybody who was invited to the staff. */
export async function enterAsInvited(stage: Stage, page: Page, email: string): Promise<string> {
  await page.goto(await stage.link(email, 'identity.staff-invitation', '/staff/invitation'));
  await page.fill('input[name=password]', STAFF_PASSWORD);
  await page.fill('input[name=repeat]', STAFF_PASSWORD);
  await page.click('main button');
  const secret = (await page.textContent('#key')) ?? '';
  await page.fill('input[name=code]', codeOf(secret));
  await page.click('main button');
  return secret;
}

/** The console's pages of the stage's conference, before them a member of staff who has signed in, on a wide screen without JavaScript. */
export interface Desk {
  readonly stage: Stage;
  readonly page: Page;
  /** Where the conference's pages begin. */
  readonly address: string;
  /** What stands on the page. */
  main(): Promise<string>;
}

export async function openDesk(): Promise<Desk> {
  const stage = await Stage.open();
  const page = await stage.page({ viewport: { width: 1200, height: 900 } });
  await enterAsAdministrator(stage, page);
  return { stage, page, address: `${stage.site}/en/console/conferences/${stage.scenery.slug}`, main: () => page.innerText('main') };
}

/** Somebody of the press, entered by staff from paper and still to be decided on. */
export async function enterPress(stage: Stage, one: { readonly native: string | null; readonly latinFamily: string; readonly latinGiven: string; readonly nationality: string }, email: string): Promise<void> {
  const { nationality, ...names } = one;
  await asAdministrator(stage.running, 'mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { __typename } }', {
    input: {
      conferenceId: stage.scenery.conferenceId, category: 'press', onBehalf: { email, origin: 'PAPER' },
      details: {
        names, nationality, residence: nationality, answers: [{ question: 'outlet', choices: ['print'] }],
        travelDocument: { kind: 'PASSPORT', number: `T${names.latinFamily.length}${names.latinGiven.length}00${nationality}`, issuedBy: nationality, expiresOn: '2039-05-01' },
        consents: [{ key: 'privacy', textVersion: '2026-01' }],
      },
    },
  });
}
