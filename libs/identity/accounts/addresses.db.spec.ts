import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { Actor } from '../access/actor.js';
import { IdentityFixture, stranger } from '../identity.fixture.js';
import { AddressChanges } from './address-changes.js';
import { ConfirmAddressChange } from './confirm-address-change.js';
import { ReplaceAddress } from './replace-address.js';
import { ADDRESS_CHANGE_PURPOSE, RequestAddressChange } from './request-address-change.js';

let house: IdentityFixture;
let request: RequestAddressChange;
let confirm: ConfirmAddressChange;
let replace: ReplaceAddress;

beforeAll(async () => {
  house = await IdentityFixture.open();
  const { work } = house.database;
  const changes = new AddressChanges(house.letters, house.clock);
  request = new RequestAddressChange(work, house.tokens, house.letters, house.clock);
  confirm = new ConfirmAddressChange(work, changes, house.audit, house.clock);
  replace = new ReplaceAddress(work, changes, house.audit, house.clock);
});
afterAll(() => house.close());

async function signedIn(email: string): Promise<{ actor: Actor; secret: string }> {
  const begun = await house.redeem.run(stranger, await house.linkFor(email));
  if (isRefusal(begun)) throw new Error(begun.refused);
  return { actor: await house.who({ cookie: begun.secret }), secret: begun.secret };
}

async function tokenTo(newEmail: string): Promise<string> {
  const [row] = await house.query<{ id: string }>('SELECT id FROM address_change WHERE new_email = $1 ORDER BY id DESC LIMIT 1', [newEmail]);
  return house.tokens.linkToken(ADDRESS_CHANGE_PURPOSE, row?.id ?? '01980000-0000-7000-8000-000000000000');
}

const letters = (email: string) => house.query<{ kind: string }>("SELECT kind FROM message WHERE to_address = $1 AND kind LIKE 'identity.address%' ORDER BY created_at, id", [email]);

describe('two accounts that ask for one free address at once', () => {
  it('are answered: one has it, the other is told that it is taken', async () => {
    for (let round = 0; round < 5; round += 1) {
      const wanted = `wanted-${round}@example.org`;
      const tokens: string[] = [];
      for (const name of ['one', 'other']) {
        const { actor } = await signedIn(`${name}-${round}@example.org`);
        await request.run(actor, wanted);
        tokens.push(await tokenTo(wanted));
      }
      const answers = await Promise.all(tokens.map((token) => confirm.run(token)));
      expect(answers.map((answer) => (isRefusal(answer) ? answer.refused : 'ok')).toSorted()).toEqual(['account.address-taken', 'ok']);
    }
  });
});

describe('an address that somebody signs in with for the first time while another account asks for it', () => {
  it('is theirs: the change is refused, by its link and by staff', async () => {
    const { actor } = await signedIn('mover@example.org');
    for (const [wanted, change] of [
      ['newcomer-1@example.org', async () => confirm.run(await tokenTo('newcomer-1@example.org'))],
      ['newcomer-2@example.org', () => house.owner().then((owner) => replace.run(owner, { accountId: actor.accountId ?? '', newEmail: 'newcomer-2@example.org', reason: 'The mailbox is lost' }))],
    ] as const) {
      await request.run(actor, wanted);
      let answer: ReturnType<typeof confirm.run> | ReturnType<typeof replace.run> | undefined;
      await house.database.work.run(async (tx) => {
        await house.accounts.findOrCreate(tx, wanted, { locale: 'en' });
        // It cannot see the account that is being made, and waits at the index.
        answer = change();
        for (let waiting = 0; waiting === 0;) {
          const [row] = await house.query<{ n: number }>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
          waiting = row?.n ?? 0;
        }
      });
      expect(await answer).toEqual({ refused: 'account.address-taken', data: {} });
    }
  });
});

describe('letters that wait while the address is exchanged', () => {
  it('go to the new mailbox, but for those that prove an address', async () => {
    const { actor } = await signedIn('waiting@example.org');
    await house.query(`INSERT INTO message (id, kind, unique_key, account_id, to_address, to_name, locale, props, subject, message_id, state)
      SELECT gen_random_uuid(), kind, 'waits:' || kind || state, $1, 'waiting@example.org', '', 'en', '{}', 'S', kind || state, state
      FROM unnest(ARRAY['registration.confirmed', 'registration.confirmed', 'identity.sign-in-link'], ARRAY['PENDING', 'DEFERRED', 'PENDING']) AS t(kind, state)`, [actor.accountId]);
    await request.run(actor, 'moved@example.org');
    expect(isRefusal(await confirm.run(await tokenTo('moved@example.org')))).toBe(false);
    const rows = await house.query<{ kind: string; to_address: string }>("SELECT kind, to_address FROM message WHERE unique_key LIKE 'waits:%' ORDER BY kind, state");
    expect(rows.map(({ to_address: to }) => to)).toEqual(['waiting@example.org', 'moved@example.org', 'moved@example.org']);
  });
});

describe('a change by proof', () => {
  it('happens when the link at the new address is used: once, and every sign-in ends', async () => {
    const { actor, secret } = await signedIn('old@example.org');
    expect(await request.run(actor, 'new@example.org')).toEqual({ validForSeconds: 3_600 });
    expect(await letters('old@example.org')).toEqual([{ kind: 'identity.address-change-notice' }]);
    expect((await house.who({ cookie: secret })).email).toBe('old@example.org');
    const token = await tokenTo('new@example.org');
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm.run(token)));
    expect(answers.filter((answer) => !isRefusal(answer))).toEqual([expect.objectContaining({ id: actor.accountId, email: 'new@example.org' })]);
    expect((await house.who({ cookie: secret })).kind).toBe('ANONYMOUS');
    expect(await letters('old@example.org')).toHaveLength(2);
    expect(await letters('new@example.org')).toEqual([{ kind: 'identity.address-change' }, { kind: 'identity.address-changed' }]);
    expect((await signedIn('new@example.org')).actor.accountId).toBe(actor.accountId);
    expect((await signedIn('old@example.org')).actor.accountId).not.toBe(actor.accountId);
  });

  it('is dead after an hour, and after another one was asked for', async () => {
    const { actor } = await signedIn('slow@example.org');
    await request.run(actor, 'first@example.org');
    house.clock.moveBy(1_000);
    await request.run(actor, 'second@example.org');
    expect(await confirm.run(await tokenTo('first@example.org'))).toMatchObject({ refused: 'account.change-link-invalid' });
    house.clock.moveBy(3_600_000);
    expect(await confirm.run(await tokenTo('second@example.org'))).toMatchObject({ refused: 'account.change-link-invalid' });
  });

  it('tells that an address is taken only to who reads its letters', async () => {
    await signedIn('taken@example.org');
    const { actor } = await signedIn('wishful@example.org');
    expect(await request.run(actor, 'taken@example.org')).toEqual({ validForSeconds: 3_600 });
    expect(await confirm.run(await tokenTo('taken@example.org'))).toMatchObject({ refused: 'account.address-taken' });
    expect((await house.accounts.byEmail(house.database.work.reader, 'wishful@example.org'))?.id).toBe(actor.accountId);
  });
});

describe('a replacement by staff', () => {
  it('needs an owner of the installation and a reason, and tells both mailboxes', async () => {
    const owner = await house.owner();
    const { actor, secret } = await signedIn('lost@example.org');
    const input = { accountId: actor.accountId ?? '', newEmail: 'found@example.org', reason: 'Company closed; identified by passport at the desk.' };
    expect(await replace.run(actor, input)).toMatchObject({ refused: 'access.denied' });
    expect(await replace.run(owner, { ...input, reason: ' ' })).toMatchObject({ refused: 'input.invalid' });
    expect(await replace.run(owner, { ...input, accountId: 'nonsense' })).toMatchObject({ refused: 'account.unknown' });
    expect(await replace.run(owner, input)).toMatchObject({ email: 'found@example.org' });
    expect((await house.who({ cookie: secret })).kind).toBe('ANONYMOUS');
    expect(await letters('lost@example.org')).toEqual([{ kind: 'identity.address-changed' }]);
    expect(await letters('found@example.org')).toEqual([{ kind: 'identity.address-changed' }]);
  });

  it('keeps its reason with the change, and no word of it in the audit log', async () => {
    expect(await house.query("SELECT reason FROM address_change WHERE kind = 'STAFF'")).toEqual([{ reason: 'Company closed; identified by passport at the desk.' }]);
    const log = JSON.stringify(await house.query('SELECT e::text FROM audit_entry e'));
    expect(log).toContain('account.address-replaced');
    expect(log).not.toMatch(/passport|@/);
  });
});
