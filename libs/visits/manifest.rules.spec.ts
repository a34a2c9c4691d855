import { describe, expect, it } from '@jest/globals';
import type { CategoryId } from '#kernel';
import { ageOn, identityDue, missingIdentity, whyNotDelegate } from './eligibility.rules.js';
import type { VisitRules } from './eligibility.rules.js';
import { seated } from './manifest.rules.js';

describe('who rides where', () => {
  const party = (sortName: string, people: number) => ({ sortName, lines: Array.from({ length: people }, (_, index) => `${sortName}${index}`) });
  const small = { name: 'Van', seats: 3 };

  it('is by name, parties together, in the first vehicle with room for all of them', () => {
    const [van, coach] = seated([party('c', 2), party('a', 2), party('b', 1)], [small, { name: 'Coach', seats: 9 }]);
    expect([van?.lines, coach?.lines]).toEqual([['a0', 'a1', 'b0'], ['c0', 'c1']]);
  });

  it('spreads a party only where no vehicle has room for it, and names who has no seat', () => {
    expect(seated([party('a', 2), party('b', 2)], [small])).toEqual([{ vehicle: small, lines: ['a0', 'a1', 'b0'] }, { vehicle: null, lines: ['b1'] }]);
    expect(seated([party('b', 1), party('a', 1)], [])).toEqual([{ vehicle: null, lines: ['a0', 'b0'] }]);
  });
});

describe('who may go', () => {
  const open: VisitRules = { categoryIds: [], nationalityRule: 'ANY', nationalities: [], minimumAge: null, identityNeeds: [], identityHours: 0 };
  const who = { categoryId: 'media' as CategoryId, nationality: 'KE', bornOn: '2008-02-29', phone: null, hasDocument: false, isInvited: false };

  it('is everybody where no rule is', () => {
    expect(whyNotDelegate(open, { ...who, nationality: null, bornOn: null }, '2026-06-02')).toBeUndefined();
    expect(whyNotDelegate({ ...open, categoryIds: ['delegate' as CategoryId] }, who, '2026-06-02')).toMatchObject({ refused: 'visit.category-not-admitted' });
    expect(whyNotDelegate({ ...open, categoryIds: ['delegate' as CategoryId] }, { ...who, isInvited: true }, '2026-06-02')).toBeUndefined();
    expect(whyNotDelegate({ ...open, minimumAge: 21 }, { ...who, isInvited: true }, '2026-06-02')).toMatchObject({ refused: 'visit.too-young' });
  });

  it('counts years to the day, and whoever is born on 29 February is older on 1 March', () => {
    expect([ageOn('2008-06-02', '2026-06-01'), ageOn('2008-06-02', '2026-06-02'), ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18, 17, 18]);
    expect(whyNotDelegate({ ...open, minimumAge: 18 }, { ...who, bornOn: null }, '2026-06-02')).toMatchObject({ refused: 'visit.birth-date-needed' });
  });

  it('knows what is missing, and by when', () => {
    expect(missingIdentity({ identityNeeds: ['TRAVEL_DOCUMENT', 'BIRTH_DATE', 'PHONE'] }, who)).toEqual(['TRAVEL_DOCUMENT', 'PHONE']);
    expect(identityDue({ identityHours: 48 }, { startsAt: new Date('2026-06-03T00:00:00Z') })).toEqual(new Date('2026-06-01T00:00:00Z'));
  });
});
