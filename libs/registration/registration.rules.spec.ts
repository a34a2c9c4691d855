import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { editDeadline, editingOf, placeFor, stateAfter } from './registration.rules.js';
import type { SubmitStanding } from './registration.rules.js';

const now = new Date('2026-03-02T08:00:00Z');
const standing = (changes: Partial<SubmitStanding['category']> = {}, more: Partial<Omit<SubmitStanding, 'category'>> = {}): SubmitStanding => ({
  now, conference: { state: 'OPEN' }, category: { opensAt: null, closesAt: null, needsApproval: false, invitationOnly: false, ...changes }, isInvited: false, opensCategory: false, ...more,
});

describe('the place that a registration asks for', () => {
  it('is confirmed, or held where staff decide', () => {
    expect([placeFor(standing()), placeFor(standing({ needsApproval: true }))]).toEqual(['CONFIRMED', 'HELD']);
  });

  it('is refused from the very instant of closing, and given from that of opening', () => {
    expect(placeFor(standing({ closesAt: now }))).toMatchObject({ refused: 'registration.closed' });
    expect(placeFor(standing({ opensAt: now }))).toBe('CONFIRMED');
    expect(placeFor(standing({ opensAt: new Date(now.getTime() + 1) }))).toMatchObject({ refused: 'registration.not-open' });
  });

  it('is refused unless the conference is open, whoever asks', () => {
    fc.assert(fc.property(fc.constantFrom('DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'), fc.boolean(), fc.boolean(), (state, isInvited, opensCategory) => {
      expect(isRefusal(placeFor(standing({}, { conference: { state }, isInvited, opensCategory })))).toBe(true);
    }));
  });

  it('is for the invited where only they may come', () => {
    expect(placeFor(standing({ invitationOnly: true }))).toMatchObject({ refused: 'registration.invitation-needed' });
    expect(placeFor(standing({ invitationOnly: true }, { isInvited: true }))).toBe('CONFIRMED');
  });

  it('is given by a right to the category before it opens, after it shuts and where only the invited may come', () => {
    const shut = [{ closesAt: now }, { opensAt: new Date(now.getTime() + 1) }, { invitationOnly: true }];
    expect(shut.map((one) => placeFor(standing(one, { opensCategory: true })))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(shut.map((one) => isRefusal(placeFor(standing(one))))).toEqual([true, true, true]);
  });

  it('leads to the state that fits', () => {
    expect([stateAfter('PLACE', 'CONFIRMED'), stateAfter('PLACE', 'HELD'), stateAfter('LINE', 'CONFIRMED'), stateAfter('LINE', 'HELD')]).toEqual(['CONFIRMED', 'IN_REVIEW', 'WAITLISTED', 'WAITLISTED']);
  });
});

describe('editing', () => {
  const conference = { state: 'OPEN' as const, editableUntil: null, startsOn: '2026-06-01', timeZone: 'Asia/Shanghai' };

  it('ends when the first day begins in the city of the conference, where nothing else is set', () => {
    expect(editDeadline(conference).toISOString()).toBe('2026-05-31T16:00:00.000Z');
    expect(editDeadline({ ...conference, timeZone: 'America/St_Johns' }).toISOString()).toBe('2026-06-01T02:30:00.000Z');
    // Midnight of that day is skipped in Cairo.
    expect(editDeadline({ ...conference, startsOn: '2026-04-24', timeZone: 'Africa/Cairo' }).toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });

  it('is for delegates before the deadline, for staff also after, for nobody once it is over', () => {
    const late = new Date('2026-06-01T00:00:00Z');
    expect(editingOf({ state: 'CONFIRMED', now, conference, byStaff: false })).toBe('ALLOWED');
    expect(editingOf({ state: 'CONFIRMED', now: late, conference, byStaff: false })).toMatchObject({ refused: 'registration.edit-deadline-passed' });
    expect(editingOf({ state: 'CONFIRMED', now: late, conference, byStaff: true })).toBe('ALLOWED');
    expect(editingOf({ state: 'WITHDRAWN', now, conference, byStaff: true })).toMatchObject({ refused: 'registration.not-editable' });
    expect(editingOf({ state: 'DRAFT', now: late, conference: { ...conference, state: 'ARCHIVED' }, byStaff: true })).toMatchObject({ refused: 'registration.not-editable' });
  });
});
