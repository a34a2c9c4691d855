import { asAdministrator } from './set-the-stage.js';
import type { Picture } from './gallery.js';
import type { Stage } from './stage.js';

interface Issued {
  readonly id: string;
  readonly link: string;
}

/** The pages of invitations and delegations with something on them; `head` is the address that the delegate of the pictures signs in with. */
export async function invitationPictures(stage: Stage, head: string): Promise<readonly Picture[]> {
  const { slug, conferenceId } = stage.scenery;
  const ask = async <Result>(query: string, input: object): Promise<Result> => (await asAdministrator<{ result: Result }>(stage.running, query, { input })).result;
  const { id: delegationId } = await ask<{ id: string }>('mutation ($input: CreateDelegationInput!) { result: createDelegation(input: $input) { ... on Delegation { id } ... on Refusal { message } } }', {
    conferenceId, name: { 'en': 'Delegation of Sudan', 'zh-Hans': '苏丹代表团' }, country: 'SD', head: { email: head, name: 'Mohamed Elamin' }, quotas: [{ category: 'delegate', places: 6 }, { category: 'press', places: 2 }],
  });
  const invite = async (invitation: object, more: object = {}): Promise<Issued> => {
    const made = await ask<{ created: { invitation: Issued }[] }>('mutation ($input: CreateInvitationsInput!) { result: createInvitations(input: $input) { ... on InvitationsCreated { created { invitation { id link } } } ... on Refusal { message } } }', {
      conferenceId, sendLetters: false, invitations: [invitation], ...more,
    });
    const [one] = made.created;
    if (one === undefined) throw new Error('nobody was invited');
    return one.invitation;
  };
  const answer = (id: string, its: string, more: object = {}): Promise<unknown> => ask('mutation ($input: RecordAnswerInput!) { result: recordAnswer(input: $input) { __typename } }', { id, via: 'PHONE', answer: its, ...more });
  const open = await invite({ name: 'Dr Amara Okafor', email: 'amara.okafor@example.org', category: 'press', isPersonal: false, places: 2, expiresAt: '2027-03-01T15:59:00Z', sponsor: 'Lagos Chamber of Commerce', organisation: 'Lagos Chamber of Commerce', country: 'NG' });
  const accepted = await invite({ name: 'ليلى حسن', email: 'layla@example.org', category: 'delegate', locale: 'en' });
  const revoked = await invite({ name: 'Siti Rahmawati', email: 'siti@example.org' });
  const member = await invite({ name: 'آمنة الأمين', email: 'amna@example.net', category: 'delegate' }, { delegationId });
  await answer(accepted.id, 'ACCEPT', { reason: 'Confirmed by her office.' });
  await answer(open.id, 'ASK_PLACES', { places: 4 });
  await answer(open.id, 'TENTATIVE', { reason: 'Will know after the board has met.' });
  await asAdministrator(stage.running, 'mutation ($id: ID!, $reason: String) { result: revokeInvitation(id: $id, reason: $reason) { __typename } }', { id: revoked.id, reason: 'Invited twice' });
  const { id: registrationId } = await ask<{ id: string }>('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id } ... on Refusal { message } } }', {
    conferenceId, category: 'delegate', delegationId, onBehalf: { email: 'osman@example.net', origin: 'PHONE' },
    details: { names: { native: 'عثمان بشير', latinFamily: 'Bashir', latinGiven: 'Osman' }, consents: [{ key: 'privacy', textVersion: '2026-01' }] },
  });
  const path = (one: Issued): string => one.link.replace(/^\/[^/]+/, '');
  const [token, desk] = [accepted.link.split('/').at(-1) ?? '', `/console/conferences/${slug}/invitations`];
  return [
    { name: 'invitation', visitor: 'nobody', path: path(open) },
    { name: 'invitation-wrong', visitor: 'nobody', path: path(open), press: ['details:has(button[value=SUBSTITUTE]) > summary', 'button[value=SUBSTITUTE]'] },
    { name: 'invitation-accepted', visitor: 'nobody', path: path(accepted) },
    { name: 'invitation-revoked', visitor: 'nobody', path: path(revoked) },
    { name: 'invitation-unknown', visitor: 'nobody', path: '/invitations/1forged' },
    { name: 'register-invited', visitor: 'nobody', path: `/conferences/${slug}/register?invitation=${token}` },
    { name: 'delegation', visitor: 'delegate', path: `/delegations/${delegationId}` },
    { name: 'delegation-wrong', visitor: 'delegate', path: `/delegations/${delegationId}`, press: ['details:has(button[value=invite]) > summary', 'button[value=invite]'] },
    { name: 'delegation-member', visitor: 'delegate', path: `/delegations/${delegationId}/members/${registrationId}` },
    ...Object.entries({
      'console-invitations': desk, 'console-invite': `${desk}/new`, 'console-invitation': `${desk}/${open.id}`, 'console-invitation-member': `${desk}/${member.id}`,
      'console-delegations': `${desk}/delegations`, 'console-delegation': `${desk}/delegations/${delegationId}`,
    }).map(([name, at]): Picture => ({ name, visitor: 'staff', path: at })),
    { name: 'console-invite-wrong', visitor: 'staff', path: `${desk}/new`, press: 'main form button[type=submit]' },
  ];
}
