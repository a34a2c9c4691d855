import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { CategoryId } from '#kernel';
import { maskedAddress, standingOf, whyClosed, whyNotRegister } from './invitation.rules.js';
import { deeds, invitationStates, isSpeaking, stateAfter } from './invitation.status.js';
import type { Deed, InvitationState } from './invitation.status.js';

const now = new Date('2026-04-01T00:00:00Z');
const right = { state: 'OPEN' as InvitationState, expiresAt: null as Date | null, categoryId: 'speaker' as CategoryId | null, addressKey: 'amara@example.org', locked: true, places: 1, used: 0 };
const comer = { now, categoryId: 'speaker' as CategoryId, addressKey: 'amara@example.org', isVouchedFor: false };
const code = (value: unknown): string | undefined => (isRefusal(value) ? value.refused : undefined);

describe('the table of deeds', () => {
  // Written out once more by hand: state, deeds that are legal in it, and where each leads.
  const speaking: Readonly<Partial<Record<Deed, InvitationState | 'SAME'>>> = {
    ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED', TENTATIVE: 'TENTATIVE', SUBSTITUTE: 'SUBSTITUTED', TIE: 'ACCEPTED', CHANGE: 'SAME', REPLACE: 'REPLACED', REVOKE: 'REVOKED',
  };
  const rightful = { ...speaking, ASK_PLACES: 'SAME', REGISTER: 'ACCEPTED', EXPIRE: 'EXPIRED' } as const;
  const table: Readonly<Record<InvitationState, Readonly<Partial<Record<Deed, InvitationState | 'SAME'>>>>> = {
    OPEN: rightful, TENTATIVE: rightful, ACCEPTED: rightful, DECLINED: speaking,
    SUBSTITUTED: {}, REPLACED: {}, REVOKED: {}, EXPIRED: { REOPEN: 'OPEN', REPLACE: 'REPLACED' },
  };
  it.each(invitationStates.flatMap((state) => deeds.map((deed) => [state, deed] as const)))('%s, %s', (state, deed) => {
    const to = table[state][deed];
    expect(stateAfter(state, deed)).toBe(to === 'SAME' ? state : to);
  });
});

describe('an invitation', () => {
  it('runs out at its instant, swept or not; one that was declined does not', () => {
    const expiresAt = now;
    expect(standingOf({ state: 'OPEN', expiresAt }, new Date(now.getTime() - 1))).toBe('OPEN');
    expect(standingOf({ state: 'ACCEPTED', expiresAt }, now)).toBe('EXPIRED');
    expect(standingOf({ state: 'DECLINED', expiresAt }, now)).toBe('DECLINED');
  });

  it.each(invitationStates)('%s says whether it can be answered', (state) => {
    expect(code(whyClosed({ state, expiresAt: null }, now)) === undefined).toBe(isSpeaking(state));
  });

  it.each([
    [{}, {}, undefined],
    [{ state: 'DECLINED' }, {}, 'invitation.declined'],
    [{ state: 'REVOKED' }, {}, 'invitation.revoked'],
    [{ state: 'SUBSTITUTED' }, {}, 'invitation.replaced'],
    [{ expiresAt: now }, {}, 'invitation.expired'],
    [{}, { addressKey: 'chen@example.org' }, 'invitation.other-address'],
    [{}, { addressKey: 'chen@example.org', isVouchedFor: true }, undefined],
    [{ locked: false }, { addressKey: 'chen@example.org' }, undefined],
    [{}, { categoryId: 'media' as CategoryId }, 'invitation.other-category'],
    [{ categoryId: null }, { categoryId: 'media' as CategoryId }, undefined],
    [{ used: 1 }, {}, 'invitation.used-up'],
    [{ used: 1, places: 2 }, {}, undefined],
  ] as const)('%j and %j: %s', (its, other, refused) => {
    expect(code(whyNotRegister({ ...right, ...its }, { ...comer, ...other }))).toBe(refused);
  });

  it('shows strangers no more of an address than its owner recognises', () => {
    expect(maskedAddress('amara.okafor@example.org')).toBe('a•••@example.org');
  });
});
