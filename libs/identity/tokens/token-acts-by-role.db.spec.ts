import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { ApiTokenId } from '#kernel';
import type { Actor } from '../access/actor.js';
import { ownAccountOf } from '../access/access.policy.js';
import { RequestAddressChange } from '../accounts/request-address-change.js';
import { SetLanguage } from '../accounts/set-language.js';
import { IdentityFixture, stranger } from '../identity.fixture.js';
import { SignOut } from '../sign-in/sign-out.js';

let house: IdentityFixture;
let owner: Actor;
let token: Actor;
beforeAll(async () => {
  house = await IdentityFixture.open();
  const begun = await house.redeem.run(stranger, await house.linkFor('owner@example.org'));
  if (isRefusal(begun)) throw new Error(begun.refused);
  owner = await house.who({ cookie: begun.secret });
  const tokenId = '01980000-0000-7000-8000-000000000001' as ApiTokenId;
  token = { ...owner, kind: 'TOKEN', tokenId, principal: `token:${tokenId}`, grants: [{ role: 'VIEWER', scopeKind: 'INSTALLATION', scopeId: null }] };
});
afterAll(() => house.close());

describe('an API token', () => {
  it('acts by its role only: the account of its maker is not its own', () => {
    expect([ownAccountOf(owner), ownAccountOf(token)]).toEqual([owner.accountId, null]);
  });

  it('does not move the account to another address, change its language or sign it out', async () => {
    const { work } = house.database;
    const denied = { refused: 'access.denied', data: {} };
    expect(await new RequestAddressChange(work, house.tokens, house.letters, house.clock).run(token, 'thief@example.org')).toEqual(denied);
    expect(await house.query("SELECT 1 FROM message WHERE to_address = 'thief@example.org'")).toEqual([]);
    expect(await new SetLanguage(work).run(token, 'zh-Hans')).toEqual(denied);
    expect(await new SignOut(work, house.clock).everywhere(token)).toEqual({ ended: 0 });
    expect(await new SignOut(work, house.clock).everywhere(owner)).toEqual({ ended: 1 });
  });
});
