import { describe, expect, it } from '@jest/globals';
import { preferredRegistration } from './preferred-registration.js';
import type { RegistrationState } from './registration.status.js';

const of = (...states: RegistrationState[]) => preferredRegistration(states.map((state, id) => ({ id, state })));

describe('the registration that an account means by its own', () => {
  it('is a confirmed one before one that waits, before a draft, before one that ended', () => {
    expect(of('WITHDRAWN', 'DRAFT', 'WAITLISTED', 'CONFIRMED')).toEqual({ id: 3, state: 'CONFIRMED' });
    expect(of('DRAFT', 'CANCELLED', 'IN_REVIEW')).toEqual({ id: 2, state: 'IN_REVIEW' });
    expect(of('DECLINED', 'DRAFT')).toEqual({ id: 1, state: 'DRAFT' });
  });

  it('is the newest of equals, and none where there is none', () => {
    expect(of('DRAFT', 'CONFIRMED', 'CONFIRMED')).toEqual({ id: 1, state: 'CONFIRMED' });
    expect(of()).toBeUndefined();
  });
});
