import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { InvitationId } from '#kernel';
import { LinkTokens } from '#platform';
import { AnswerInvitation, CreateInvitations, ExpireInvitations, INVITATION_LINK, Invitations, RecordAnswer, ReplaceInvitation, RevokeInvitation, UpdateInvitation } from './index.js';
import type { Answer, InvitationInput } from './index.js';
import { Chancery, done } from './testing/chancery.js';

let chancery: Chancery;
let count = 0;
const stranger = anonymousActor('203.0.113.9', 'en');

beforeAll(async () => { chancery = await Chancery.open(); });
afterAll(() => chancery.close());

const code = (value: unknown): string | undefined => (isRefusal(value) ? value.refused : undefined);

async function invited(changes: Partial<InvitationInput> = {}): Promise<{ id: InvitationId; email: string; token: string }> {
  count += 1;
  const email = changes.email ?? `guest-${count}@example.org`;
  const [made] = done(await chancery.get(CreateInvitations).run(systemActor, {
    conferenceId: chancery.conference.id, sendLetters: true, invitations: [{ name: 'Siti Rahmawati', ...changes, email }],
  }));
  return { id: made!.invitationId, email, token: chancery.get(LinkTokens).linkToken(INVITATION_LINK, made!.invitationId) };
}
const answer = (token: string, its: Answer, more: object = {}) => chancery.get(AnswerInvitation).run(stranger, { token, answer: its, ...more });
const lettersTo = (email: string) => chancery.query<{ kind: string; props: { insteadOf: string | null } }>('SELECT kind, props FROM message WHERE to_address = $1 ORDER BY id', [email]);
const facts = (id: InvitationId) => chancery.query("SELECT 1 FROM outbox WHERE name = 'invitation.answered' AND payload->>'invitationId' = $1", [id]);

describe('staff', () => {
  it('invite by a letter of its own; an address that has an invitation keeps it and gets no second letter', async () => {
    const { id, email } = await invited();
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(['invitation.sent']);
    expect(await invited({ email: email.toUpperCase() })).toMatchObject({ id });
    expect(await lettersTo(email)).toHaveLength(1);
  });

  it('are told what is wrong with each row, and nobody is invited then', async () => {
    const create = (invitations: InvitationInput[], actor = systemActor) => chancery.get(CreateInvitations).run(actor, { conferenceId: chancery.conference.id, sendLetters: true, invitations });
    const answered = await create([
      { name: '', email: 'nobody' }, { name: 'Chen Wei', email: 'chen@example.org', country: 'ZZ', places: 0, expiresAt: chancery.clock.now(), locale: 'x y' }, { name: 'Chen', email: 'CHEN@example.org' },
    ]);
    expect(answered).toMatchObject({ refused: 'input.invalid' });
    expect(JSON.stringify(answered)).toContain('invitations.2.email');
    expect(await chancery.query("SELECT 1 FROM invitation WHERE address_key = 'chen@example.org'")).toEqual([]);
    expect(code(await create([], await chancery.signedIn('viewer@example.org', [{ role: 'VIEWER', scopeKind: 'CONFERENCE', scopeId: chancery.conference.id }])))).toBe('access.denied');
    expect(code(await create([], stranger))).toBe('access.sign-in-needed');
  });

  it('note answers by phone, letter and reply; only theirs do', async () => {
    const { id } = await invited();
    const record = chancery.get(RecordAnswer);
    const desk = await chancery.signedIn('desk@example.org', [{ role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId: chancery.conference.id }]);
    done(await record.run(desk, { id, via: 'PHONE', answer: 'TENTATIVE', reason: 'Will ring again on Monday.' }));
    done(await record.run(desk, { id, via: 'REPLY', answer: 'ACCEPT' }));
    expect(await chancery.historyOf(id)).toEqual(['TENTATIVE PHONE OPEN>TENTATIVE', 'ACCEPT REPLY TENTATIVE>ACCEPTED']);
    const [line] = await chancery.get(Invitations).historyOf(chancery.work.reader, [id]);
    expect(line).toMatchObject({ reason: 'Will ring again on Monday.', accountId: desk.accountId });
    expect(code(await record.run(await chancery.signedIn('other@example.org'), { id, via: 'PHONE', answer: 'DECLINE' }))).toBe('access.denied');
    expect(code(await record.run(stranger, { id, via: 'PHONE', answer: 'DECLINE' }))).toBe('access.sign-in-needed');
  });

  it('give more places, a later end and another category; the second editor of two is told', async () => {
    const { id, token } = await invited({ locked: false, expiresAt: new Date(chancery.clock.now().getTime() + 1000) });
    done(await answer(token, 'ASK_PLACES', { places: 3 }));
    chancery.clock.moveBy(2000);
    expect(code(await answer(token, 'ACCEPT'))).toBe('invitation.expired');
    await chancery.get(ExpireInvitations).run();
    const update = chancery.get(UpdateInvitation);
    const version = (await chancery.get(Invitations).byId(chancery.work.reader, id))!.version;
    done(await update.run(systemActor, { id, version, places: 3, expiresAt: null }));
    expect(await chancery.get(Invitations).byId(chancery.work.reader, id)).toMatchObject({ state: 'OPEN', places: 3, askedPlaces: null, expiresAt: null });
    expect(code(await update.run(systemActor, { id, version, places: 4 }))).toBe('invitation.changed-meanwhile');
    expect(await chancery.historyOf(id)).toEqual(['ASK_PLACES LINK OPEN>OPEN', 'EXPIRE SYSTEM OPEN>EXPIRED', 'REOPEN STAFF EXPIRED>OPEN']);
  });

  it('replace and revoke; what was taken back answers politely', async () => {
    const { id, token } = await invited();
    const { newInvitationId } = done(await chancery.get(ReplaceInvitation).run(systemActor, { id, name: 'Ngozi Adeyemi', email: 'ngozi@example.org' }));
    expect(await chancery.states([id, newInvitationId!])).toEqual(['REPLACED', 'OPEN']);
    expect(code(await answer(token, 'ACCEPT'))).toBe('invitation.replaced');
    const revoke = chancery.get(RevokeInvitation);
    done(await revoke.run(systemActor, newInvitationId!, 'Invited twice'));
    const newToken = chancery.get(LinkTokens).linkToken(INVITATION_LINK, newInvitationId!);
    expect(code(await answer(newToken, 'ACCEPT'))).toBe('invitation.revoked');
    expect(code(await revoke.run(systemActor, newInvitationId!, null))).toBe('invitation.revoked');
    expect(code(await revoke.run(await chancery.signedIn('ngozi@example.org'), newInvitationId!, null))).toBe('access.denied');
  });
});

describe('the invited', () => {
  it('change their minds, and each answer is kept and told', async () => {
    const { id, token } = await invited();
    for (const its of ['TENTATIVE', 'DECLINE', 'ACCEPT'] as const) done(await answer(token, its, { reason: its === 'DECLINE' ? 'Monsoon season' : null }));
    expect(await chancery.historyOf(id)).toEqual(['TENTATIVE LINK OPEN>TENTATIVE', 'DECLINE LINK TENTATIVE>DECLINED', 'ACCEPT LINK DECLINED>ACCEPTED']);
    expect(await facts(id)).toHaveLength(3);
    await expect(chancery.query("UPDATE invitation_answer SET reason = '' WHERE invitation_id = $1", [id])).rejects.toThrow('history of invitations');
  });

  it('answer by id where they are signed in with the address, and nobody else does', async () => {
    const { id, email } = await invited();
    const run = chancery.get(AnswerInvitation);
    done(await run.run(await chancery.signedIn(email), { id, answer: 'ACCEPT' }));
    expect(code(await run.run(await chancery.signedIn('else@example.org'), { id, answer: 'DECLINE' }))).toBe('invitation.unknown');
    expect(code(await run.run(stranger, { id, answer: 'DECLINE' }))).toBe('access.sign-in-needed');
    expect(code(await answer('1forged', 'DECLINE'))).toBe('invitation.unknown');
    expect(code(await run.run(await chancery.signedIn(email), { id, token: chancery.get(LinkTokens).linkToken('draft', id), answer: 'DECLINE' }))).toBe('invitation.unknown');
    expect(await chancery.states([id])).toEqual(['ACCEPTED']);
  });

  it('send somebody in their place, with a letter that says so; a personal one is not passed on', async () => {
    const { id, token } = await invited({ locked: false, places: 2, sponsor: 'Lagos Chamber of Commerce' });
    expect(await answer(token, 'SUBSTITUTE', { substitute: { name: '', email: 'x' } })).toMatchObject({ data: { problems: [{ path: 'substitute.email' }, { path: 'substitute.name' }] } });
    const { newInvitationId } = done(await answer(token, 'SUBSTITUTE', { substitute: { name: 'Chidi Eze', email: 'chidi@example.net' } }));
    expect(await chancery.get(Invitations).byIds(chancery.work.reader, [newInvitationId!])).toMatchObject([{ toName: 'Chidi Eze', places: 2, sponsor: 'Lagos Chamber of Commerce', state: 'OPEN' }]);
    expect(await chancery.get(Invitations).byId(chancery.work.reader, id)).toMatchObject({ state: 'SUBSTITUTED', replacedBy: newInvitationId });
    expect((await lettersTo('chidi@example.net'))[0]?.props.insteadOf).toBe('Siti Rahmawati');
    expect(code(await answer(token, 'ACCEPT'))).toBe('invitation.replaced');
    const personal = await invited();
    expect(code(await answer(personal.token, 'SUBSTITUTE', { substitute: { name: 'Chidi Eze', email: 'chidi-2@example.net' } }))).toBe('invitation.locked');
    expect(await chancery.states([personal.id])).toEqual(['OPEN']);
    expect(await answer((await invited({ locked: false })).token, 'SUBSTITUTE', { substitute: { name: 'Chidi Eze', email: 'chidi@example.net' } }))
      .toMatchObject({ data: { problems: [{ path: 'substitute.email', code: 'invitation.exists' }] } });
  });

  it('who answers twice at once is answered one after the other', async () => {
    const { id, token } = await invited({ locked: false });
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => answer(token, 'SUBSTITUTE', { substitute: { name: 'Chidi', email: `substitute-${n}@example.net` } })));
    expect(all.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect((await chancery.historyOf(id))).toHaveLength(1);
    expect(await chancery.query("SELECT 1 FROM invitation WHERE address_key LIKE 'substitute-%'")).toHaveLength(1);
  });
});
