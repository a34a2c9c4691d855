import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { DelegationId } from '#kernel';
import { CreateDelegation, CreateInvitations, Delegations, ExpireInvitations, RevokeInvitation, UpdateDelegation } from './index.js';
import { Chancery, done } from './testing/chancery.js';

const open: Chancery[] = [];
let chancery: Chancery;

beforeAll(async () => { chancery = await opened(); });
afterAll(() => Promise.all(open.map((one) => one.close())));

async function opened(guards?: { quotaLock: boolean }): Promise<Chancery> {
  const one = await Chancery.open(guards === undefined ? {} : { guards });
  open.push(one);
  return one;
}

const code = (value: unknown): string | undefined => (isRefusal(value) ? value.refused : undefined);
const delegationOf = async (where: Chancery, places: number, changes: object = {}): Promise<DelegationId> => done(await where.get(CreateDelegation).run(systemActor, {
  conferenceId: where.conference.id, name: { en: 'Delegation of Nigeria' }, country: 'NG', quotas: [{ categoryId: where.category.id, places }], ...changes,
})).delegationId;
const invite = (where: Chancery, actor: Actor, delegationId: DelegationId, email: string, more: object = {}) => where.get(CreateInvitations).run(actor, {
  conferenceId: where.conference.id, delegationId, sendLetters: true, invitations: [{ name: 'Amara Okafor', email, categoryId: where.category.id, ...more }],
});
const named = async (where: Chancery, id: DelegationId) => (await where.get(Delegations).quotasOf(where.work.reader, [id])).map((quota) => `${quota.named}/${quota.places}`);

/** Twenty invite for five places at once; how many got one. */
async function storm(where: Chancery): Promise<number> {
  const delegationId = await delegationOf(where, 5);
  const all = await Promise.all(Array.from({ length: 20 }, (_, n) => invite(where, systemActor, delegationId, `storm-${n}@example.org`)));
  expect(all.every((one) => !isRefusal(one) || one.refused === 'delegation.full')).toBe(true);
  return (await where.query('SELECT 1 FROM invitation WHERE delegation_id = $1', [delegationId])).length;
}

describe('the places of a delegation', () => {
  it('are not named twice, though twenty ask at once', async () => {
    expect(await storm(chancery)).toBe(5);
  });

  it('would be, without the lock', async () => {
    const careless = await opened({ quotaLock: false });
    let most = 0;
    for (let round = 0; round < 5 && most <= 5; round += 1) {
      most = await storm(careless);
      await careless.query("UPDATE invitation SET state = 'REVOKED'");
    }
    expect(most).toBeGreaterThan(5);
  });

  it('are free again when an invitation is taken back, declined or runs out', async () => {
    const id = await delegationOf(chancery, 2);
    const [first] = done(await invite(chancery, systemActor, id, 'first@example.net', { expiresAt: new Date(chancery.clock.now().getTime() + 60_000) }));
    expect(code(await invite(chancery, systemActor, id, 'both@example.net', { places: 2 }))).toBe('delegation.full');
    const [second] = done(await invite(chancery, systemActor, id, 'second@example.net'));
    expect(await named(chancery, id)).toEqual(['2/2']);
    done(await chancery.get(RevokeInvitation).run(systemActor, second!.invitationId, null));
    expect(await named(chancery, id)).toEqual(['1/2']);
    chancery.clock.moveBy(61_000);
    await Promise.all([chancery.get(ExpireInvitations).run(), chancery.get(ExpireInvitations).run()]);
    expect(await named(chancery, id)).toEqual(['0/2']);
    expect(await chancery.historyOf(first!.invitationId)).toEqual(['EXPIRE SYSTEM OPEN>EXPIRED']);
  });

  it('are by category, and not fewer than have names', async () => {
    const media = await chancery.defineCategory({ key: 'media', title: { en: 'Media' } });
    const id = await delegationOf(chancery, 2);
    expect(code(await invite(chancery, systemActor, id, 'media@example.net', { categoryId: media.id }))).toBe('delegation.not-for-category');
    expect(code(await invite(chancery, systemActor, id, 'media@example.net', { categoryId: null }))).toBe('input.invalid');
    done(await invite(chancery, systemActor, id, 'media@example.net'));
    const change = (version: number, places: number) => chancery.get(UpdateDelegation).run(systemActor, {
      id, version, name: { en: 'Nigeria' }, country: 'NG', quotas: [{ categoryId: chancery.category.id, places }, { categoryId: media.id, places: 1 }],
    });
    expect(code(await change(1, 0))).toBe('delegation.quota-below-named');
    done(await change(1, 1));
    expect(code(await change(1, 3))).toBe('delegation.changed-meanwhile');
    expect((await named(chancery, id)).sort()).toEqual(['0/1', '1/1']);
  });
});

describe('the head of a delegation', () => {
  it('is told by letter, invites within it and in no other, and loses the role with the office', async () => {
    const head = { email: 'ngozi@example.org', name: 'Ngozi Adeyemi' };
    const [mine, other] = [await delegationOf(chancery, 3, { head }), await delegationOf(chancery, 3)];
    expect(await chancery.query('SELECT kind FROM message WHERE to_address = $1', [head.email])).toEqual([{ kind: 'invitation.delegation-head' }]);
    const grants = await chancery.query<{ role: string; scope_id: string }>("SELECT role, scope_id FROM role_grant WHERE scope_kind = 'DELEGATION'");
    expect(grants).toEqual([{ role: 'HEAD_OF_DELEGATION', scope_id: mine }]);
    const actor = await chancery.signedIn(head.email, [{ role: 'HEAD_OF_DELEGATION', scopeKind: 'DELEGATION', scopeId: mine }]);
    const [made] = done(await invite(chancery, actor, mine, 'member@example.org'));
    expect(code(await invite(chancery, actor, other, 'stranger@example.org'))).toBe('access.denied');
    expect(code(await chancery.get(CreateInvitations).run(actor, { conferenceId: chancery.conference.id, sendLetters: true, invitations: [] }))).toBe('access.denied');
    done(await chancery.get(RevokeInvitation).run(actor, made!.invitationId, null));
    expect(await chancery.historyOf(made!.invitationId)).toEqual(['REVOKE HEAD OPEN>REVOKED']);
    done(await chancery.get(UpdateDelegation).run(systemActor, { id: mine, version: 1, name: { en: 'Nigeria' }, country: 'NG', quotas: [], head: { email: 'chidi@example.org', name: 'Chidi Eze' } }));
    const [now] = await chancery.query<{ email: string }>("SELECT a.email FROM role_grant g JOIN account a ON a.id = g.account_id WHERE scope_kind = 'DELEGATION'");
    expect(now?.email).toBe('chidi@example.org');
  });
});
