import { describe, expect, it } from '@jest/globals';
import { accountActor } from '#identity';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId, SeriesId } from '#kernel';
import { actsFor, manages, mayEdit, mayRead, mayTakeBack } from './registration.policy.js';

const accountId = newId<'Account'>();
const conference = { id: newId() as ConferenceId, seriesId: newId() as SeriesId };
const owner = accountActor({ id: accountId, email: 'owner@example.org', locale: 'en' });
const token = (role: 'VIEWER' | 'REGISTRATION_DESK'): Actor => ({
  ...owner, kind: 'TOKEN', tokenId: newId<'ApiToken'>(), principal: 'token:1', grants: [{ role, scopeKind: 'CONFERENCE', scopeId: conference.id }],
});

describe('a registration', () => {
  it('is managed by the account that signed in, not by a token of it', () => {
    expect([manages(owner, { accountId }), manages(token('VIEWER'), { accountId })]).toEqual([true, false]);
  });

  it('is open to a token as far as its role reaches', () => {
    const registration = { accountId, delegationId: null };
    expect([mayRead(token('VIEWER'), registration, conference), mayEdit(token('VIEWER'), registration, conference), mayTakeBack(token('VIEWER'), registration, conference)]).toEqual([true, undefined, undefined]);
    expect(mayEdit(token('REGISTRATION_DESK'), registration, conference)).toBe('STAFF');
    expect(mayEdit(owner, registration, conference)).toBe('DELEGATE');
  });

  it('is open to the head of its delegation, who acts for the delegate and not as staff; that of another sees nothing', () => {
    const [delegationId, other] = [newId<'Delegation'>(), newId<'Delegation'>()];
    const head = accountActor({ id: newId<'Account'>(), email: 'head@example.org', locale: 'en' }, [{ role: 'HEAD_OF_DELEGATION', scopeKind: 'DELEGATION', scopeId: delegationId }]);
    const allowed = (of: typeof delegationId | null) => {
      const registration = { accountId, delegationId: of };
      return [actsFor(head, registration), mayRead(head, registration, conference), mayEdit(head, registration, conference), mayTakeBack(head, registration, conference)];
    };
    expect(allowed(delegationId)).toEqual([true, true, 'DELEGATE', 'DELEGATE']);
    expect(allowed(other)).toEqual([false, false, undefined, undefined]);
    expect(allowed(null)).toEqual([false, false, undefined, undefined]);
  });
});
