import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Conference } from '#conferences';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { CreateDelegation, CreateInvitations, Delegations, INVITATION_LINK, Invitations, RevokeInvitation, UpdateInvitation } from '#invitations';
import type { InvitationGuards, InvitationInput } from '#invitations';
import { isRefusal } from '#kernel';
import type { CategoryId, DelegationId, InvitationId } from '#kernel';
import { LinkTokens } from '#platform';
import { DeclineRegistrations, StartRegistration, SubmitRegistration, TieInvitation, UpdateRegistration, WithdrawRegistration } from './index.js';
import { detailsOf, done, Reception } from './testing/reception.js';

const open: Reception[] = [];
let reception: Reception;
let conference: Conference;
let speakers: CategoryId;
let count = 0;

beforeAll(async () => { reception = await opened(); });
beforeEach(async () => {
  conference = await reception.conference();
  speakers = (await reception.category(conference.id, { key: 'speaker', title: { en: 'Speaker' }, invitationOnly: true })).id;
});
afterAll(() => Promise.all(open.map((one) => one.close())));

async function opened(invitationGuards: Partial<InvitationGuards> = {}): Promise<Reception> {
  const one = await Reception.open({ connections: 16, invitationGuards });
  open.push(one);
  return one;
}

const code = (value: unknown): string | undefined => (isRefusal(value) ? value.refused : undefined);

async function invited(changes: Partial<InvitationInput> = {}, delegationId: DelegationId | null = null): Promise<{ id: InvitationId; email: string; token: string }> {
  count += 1;
  const email = changes.email ?? `invited-${count}@example.org`;
  const [made] = done(await reception.get(CreateInvitations).run(systemActor, {
    conferenceId: conference.id, delegationId, sendLetters: false, invitations: [{ name: 'Amara Okafor', categoryId: speakers, ...changes, email }],
  }));
  return { id: made!.invitationId, email, token: reception.get(LinkTokens).linkToken(INVITATION_LINK, made!.invitationId) };
}
const register = (actor: Actor, more: object = {}, name = 'Okafor') => reception.register(actor, { conferenceId: conference.id, category: 'speaker', details: detailsOf(name, `Amara ${count += 1}`), ...more });
const invitation = async (id: InvitationId) => (await reception.get(Invitations).byId(reception.work.reader, id))!;
const deeds = async (id: InvitationId) => (await reception.get(Invitations).historyOf(reception.work.reader, [id])).map(({ deed, via, to }) => `${deed} ${via} ${to}`);

describe('an invitation', () => {
  it('lets its address into the category it is for, which nobody else enters; it is accepted by that', async () => {
    const { id, email } = await invited();
    expect(code(await register(await reception.signedIn('uninvited@example.org')))).toBe('registration.invitation-needed');
    const registration = await reception.registration(done(await register(await reception.signedIn(email))).registrationId);
    expect(registration).toMatchObject({ state: 'CONFIRMED', invitationId: id });
    expect(await invitation(id)).toMatchObject({ state: 'ACCEPTED', used: 1 });
    expect(await deeds(id)).toEqual(['REGISTER ACCOUNT ACCEPTED']);
    expect(code(await register(await reception.signedIn(email)))).toBe('registration.invitation-needed');
  });

  it('is used by its link where it may be passed on, and by its address alone where it may not', async () => {
    const personal = await invited();
    const other = await reception.signedIn('somebody.else@example.org');
    expect(code(await register(other, { invitation: personal.token }))).toBe('invitation.other-address');
    const transferable = await invited({ locked: false, places: 2 });
    done(await register(other, { invitation: transferable.token }));
    expect(code(await register(other, { invitation: transferable.token, category: 'delegate' }))).toBe('invitation.other-category');
    expect(code(await register(other, { invitation: '1forged' }))).toBe('invitation.unknown');
    expect(await invitation(transferable.id)).toMatchObject({ used: 1, places: 2 });
  });

  it('tells who the contact is that was invited: by registering under its address, or by staff who tie it, and by nobody else’s use of the link', async () => {
    const [asInvited, tied, passedOn] = [await invited(), await invited({ categoryId: null }), await invited({ locked: false })];
    for (const { id, email } of [asInvited, tied, passedOn]) {
      await reception.query('INSERT INTO contact (id, series_id, address, address_key, match_key, search_text, sort_name, created_at, updated_at) VALUES ($1, $2, $3, $3, $3, $3, $3, now(), now())', [id, conference.seriesId, email]);
      await reception.query('UPDATE invitation SET contact_id = id WHERE id = $1', [id]);
    }
    const registered = async (actor: Actor, more: object = {}) => reception.registration(done(await register(actor, more)).registrationId);
    const one = await registered(await reception.signedIn(asInvited.email));
    const other = await registered(await reception.signedIn('private@example.net'), { category: 'delegate' });
    done(await reception.get(TieInvitation).run(systemActor, { id: tied.id, registrationId: other.id }));
    await registered(await reception.signedIn('colleague@example.net'), { invitation: passedOn.token });
    const known = await reception.query<{ id: string; person_id: string | null }>('SELECT id, person_id FROM contact WHERE id = ANY($1)', [[asInvited.id, tied.id, passedOn.id]]);
    expect(Object.fromEntries(known.map((row) => [row.id, row.person_id]))).toEqual({ [asInvited.id]: one.personId, [tied.id]: other.personId, [passedOn.id]: null });
    expect(one.personId).not.toBeNull();
  });

  it('opens its category when that is shut by its own times, not when the conference is', async () => {
    const past = new Date(reception.clock.now().getTime() - 1000);
    await reception.category(conference.id, { key: 'speaker', title: { en: 'Speaker' }, invitationOnly: false, closesAt: past });
    const { email } = await invited();
    expect(code(await register(await reception.signedIn('late@example.org')))).toBe('registration.closed');
    done(await register(await reception.signedIn(email)));
    const second = await invited();
    await reception.moveConference(conference.id, 'CLOSE');
    expect(code(await register(await reception.signedIn(second.email)))).toBe('registration.closed');
  });

  it('is free again when its registration is withdrawn or declined', async () => {
    const { id, email } = await invited();
    const actor = await reception.signedIn(email);
    const first = done(await register(actor)).registrationId;
    done(await reception.get(WithdrawRegistration).run(actor, { id: first }));
    expect(await invitation(id)).toMatchObject({ state: 'ACCEPTED', used: 0 });
    const second = done(await register(actor)).registrationId;
    done(await reception.get(DeclineRegistrations).run(systemActor, [second], 'Not this time'));
    expect(await invitation(id)).toMatchObject({ used: 0 });
    expect(await reception.query('SELECT 1 FROM invited_place WHERE invitation_id = $1', [id])).toEqual([]);
  });

  // In categories of their own, so that no pool lets them wait for each other.
  async function storm(where: Reception): Promise<readonly (string | undefined)[]> {
    const there = await where.conference();
    const keys = await Promise.all(Array.from({ length: 20 }, async (_, n) => (await where.category(there.id, { key: `category-${n}`, title: { en: 'Open' } })).key));
    const [made] = done(await where.get(CreateInvitations).run(systemActor, {
      conferenceId: there.id, sendLetters: false, invitations: [{ name: 'Amara Okafor', email: 'storm@example.org', locked: false, places: 3 }],
    }));
    const token = where.get(LinkTokens).linkToken(INVITATION_LINK, made!.invitationId);
    const actors = await Promise.all(keys.map((key) => where.signedIn(`${key}@example.net`)));
    const all = await Promise.all(actors.map((actor, n) => where.register(actor, { conferenceId: there.id, category: keys[n]!, invitation: token, details: detailsOf('Okafor', null) })));
    const places = await where.query('SELECT 1 FROM invited_place WHERE invitation_id = $1', [made!.invitationId]);
    expect(places).toHaveLength(all.filter((one) => !isRefusal(one)).length);
    expect(await where.broken()).toEqual([]);
    return all.map(code);
  }

  it('is not used by more than it has places for, though twenty come at once', async () => {
    const all = await storm(reception);
    expect(all.filter((one) => one === undefined)).toHaveLength(3);
    expect(all.filter((one) => one === 'invitation.used-up')).toHaveLength(17);
  });

  it('would be, without the lock', async () => {
    const careless = await opened({ invitationLock: false });
    let most = 0;
    for (let round = 0; round < 5 && most <= 3; round += 1) most = (await storm(careless)).filter((one) => one === undefined).length;
    expect(most).toBeGreaterThan(3);
  });

  it('stands in a draft with what it says of the invited, and of nobody to others', async () => {
    const { token, email } = await invited({ locked: false, places: 2, latinName: 'Amara Okafor', nativeName: 'Amara Ọkafọ', organisation: 'Lagos Chamber of Commerce' });
    const start = async (actor: Actor) => reception.registration(done(await reception.get(StartRegistration).run(actor, { conferenceId: conference.id, category: 'speaker', invitation: token })).registrationId);
    const own = await start(await reception.signedIn(email));
    expect(own).toMatchObject({ organisation: 'Lagos Chamber of Commerce', sortName: 'amara okafor' });
    const other = await start(await reception.signedIn('passed.on@example.org'));
    expect(other).toMatchObject({ organisation: null, personId: null });
    expect(await invitation(own.invitationId!)).toMatchObject({ used: 0, state: 'OPEN' });
  });

  it('that was taken back while the draft lay lets nobody into a category for the invited', async () => {
    const { id, email } = await invited();
    const actor = await reception.signedIn(email);
    const draft = done(await reception.get(StartRegistration).run(actor, { conferenceId: conference.id, category: 'speaker', details: detailsOf('Okafor', 'Amara') })).registrationId;
    expect(await reception.get(UpdateRegistration).run(actor, { id: draft, category: 'delegate', details: {} })).toMatchObject({ data: { problems: [{ path: 'category' }] } });
    done(await reception.get(RevokeInvitation).run(systemActor, id, null));
    expect(code(await reception.get(SubmitRegistration).run(actor, { id: draft, joinLine: false }))).toBe('invitation.revoked');
    await reception.category(conference.id, { key: 'speaker', title: { en: 'Speaker' }, invitationOnly: false });
    done(await reception.get(SubmitRegistration).run(actor, { id: draft, joinLine: false }));
    expect(await reception.registration(draft)).toMatchObject({ state: 'CONFIRMED', invitationId: null });
  });

  it('is tied by staff to a registration under another address', async () => {
    const { id } = await invited({ categoryId: null });
    const actor = await reception.signedIn('private@example.net');
    const registrationId = done(await reception.register(actor, { conferenceId: conference.id, details: detailsOf('Okafor', `Amara ${count += 1}`) })).registrationId;
    const tie = reception.get(TieInvitation);
    expect(code(await tie.run(actor, { id, registrationId }))).toBe('access.denied');
    done(await tie.run(systemActor, { id, registrationId }));
    expect(await invitation(id)).toMatchObject({ state: 'ACCEPTED', used: 1 });
    expect(await deeds(id)).toEqual(['TIE STAFF ACCEPTED']);
    expect(code(await tie.run(systemActor, { id: (await invited()).id, registrationId }))).toBe('registration.invited-already');
    expect(await reception.registration(registrationId)).toMatchObject({ invitationId: id });
  });
});

describe('a delegation', () => {
  async function delegation(places: number): Promise<{ id: DelegationId; head: Actor }> {
    count += 1;
    const email = `head-${count}@example.org`;
    const { delegationId } = done(await reception.get(CreateDelegation).run(systemActor, {
      conferenceId: conference.id, name: { en: 'Nigeria' }, country: 'NG', head: { email, name: 'Ngozi Adeyemi' }, quotas: [{ categoryId: speakers, places }],
    }));
    return { id: delegationId, head: await reception.signedIn(email, [{ role: 'HEAD_OF_DELEGATION', scopeKind: 'DELEGATION', scopeId: delegationId }]) };
  }
  const named = async (id: DelegationId) => (await reception.get(Delegations).quotasOf(reception.work.reader, [id])).map((quota) => `${quota.named}/${quota.places}`);

  it('is filled by its head, by name or by invitation, and by both at once never beyond its quota', async () => {
    const { id, head } = await delegation(6);
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 === 0
      ? register(head, { delegationId: id, onBehalf: { email: `member-${n}-${count}@example.net`, origin: 'SELF' } }, `Member${n}`)
      : reception.get(CreateInvitations).run(head, { conferenceId: conference.id, delegationId: id, sendLetters: false, invitations: [{ name: 'Chidi', email: `guest-${n}-${count}@example.net`, categoryId: speakers }] }))));
    expect(all.filter((one) => !isRefusal(one))).toHaveLength(6);
    expect(all.filter(isRefusal).map(code)).toEqual(Array.from({ length: 6 }, () => 'delegation.full'));
    expect(await named(id)).toEqual(['6/6']);
    expect(await reception.broken()).toEqual([]);
  });

  it('keeps an invited place until its registration is withdrawn and its invitation taken back', async () => {
    const { id, head } = await delegation(1);
    const guest = await invited({ email: `guest-of-${count}@example.net` }, id);
    const actor = await reception.signedIn(guest.email);
    const registrationId = done(await register(actor)).registrationId;
    expect(await reception.registration(registrationId)).toMatchObject({ delegationId: id, invitationId: guest.id });
    expect(code(await register(head, { delegationId: id }))).toBe('delegation.full');
    done(await reception.get(WithdrawRegistration).run(head, { id: registrationId }));
    expect(await named(id)).toEqual(['1/1']);
    done(await reception.get(RevokeInvitation).run(head, guest.id, null));
    expect(await named(id)).toEqual(['0/1']);
    const own = done(await register(head, { delegationId: id })).registrationId;
    expect(await reception.registration(own)).toMatchObject({ origin: 'SELF', accountId: head.accountId, delegationId: id });
    expect(await named(id)).toEqual(['1/1']);
  });

  it('is nobody else’s: another head neither registers in it nor touches its members', async () => {
    const [mine, other] = [await delegation(3), await delegation(3)];
    const member = done(await register(mine.head, { delegationId: mine.id, onBehalf: { email: `of-mine-${count}@example.net`, origin: 'SELF' } })).registrationId;
    expect(code(await register(other.head, { delegationId: mine.id }))).toBe('access.denied');
    expect(code(await register(other.head, { delegationId: mine.id, onBehalf: { email: 'x@example.net', origin: 'SELF' } }))).toBe('access.denied');
    expect(code(await reception.get(WithdrawRegistration).run(other.head, { id: member }))).toBe('access.denied');
    expect(code(await reception.get(UpdateRegistration).run(other.head, { id: member, details: { organisation: 'X' } }))).toBe('access.denied');
    done(await reception.get(UpdateRegistration).run(mine.head, { id: member, details: { organisation: 'Nigerian-Chinese Chamber' } }));
    expect(await reception.registration(member)).toMatchObject({ organisation: 'Nigerian-Chinese Chamber' });
    expect(code(await register(mine.head, { delegationId: mine.id, category: 'delegate' }))).toBe('delegation.not-for-category');
  });

  it('moves its place with a change of its invitation', async () => {
    const { id } = await delegation(2);
    const guest = await invited({}, id);
    const { version } = await invitation(guest.id);
    expect(code(await reception.get(UpdateInvitation).run(systemActor, { id: guest.id, version, places: 3 }))).toBe('delegation.full');
    done(await reception.get(UpdateInvitation).run(systemActor, { id: guest.id, version, places: 2 }));
    expect(await named(id)).toEqual(['2/2']);
  });
});
