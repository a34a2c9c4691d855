import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LeaveForum } from '#programme';
import { WithdrawRegistration } from '#registration';
import { PersonalCalendar, RemindConfirmed } from './index.js';
import { Day, done } from './testing/day.js';
import type { Delegate } from './testing/day.js';

let day: Day;
beforeAll(async () => { day = await Day.open(); });
afterAll(() => day.close());

describe('the reminder', () => {
  it('goes out once to everyone confirmed, three days before the first day begins in the city of the conference', async () => {
    const [comes, withdrew] = [await day.delegate(), await day.delegate()];
    const forumId = await day.forum('09:00', '11:00');
    await day.choose(comes, forumId);
    done(await day.get(WithdrawRegistration).run(withdrew.actor, { id: withdrew.registrationId }));
    const remind = day.get(RemindConfirmed);
    day.clock.moveTo(new Date('2026-05-28T15:59:59Z'));
    expect(await remind.run()).toBe(0);
    day.clock.moveTo(new Date('2026-05-28T16:00:00Z'));
    expect(await Promise.all([remind.run(), remind.run()])).toEqual(expect.arrayContaining([0, 1]));
    day.clock.moveTo(new Date('2026-05-30T16:00:00Z'));
    expect(await remind.run()).toBe(0);
    expect([(await day.lettersTo(comes)).at(-1), (await day.lettersTo(withdrew)).at(-1)]).toEqual(['agenda.reminder', 'registration.withdrawn']);
    const [letter] = await day.query<{ props: { items: unknown[] } }>("SELECT props FROM message WHERE kind = 'agenda.reminder'");
    expect(letter?.props.items).toMatchObject([{ startsAt: '2026-06-01T01:00:00.000Z' }]);
  });

  it('comes late where the worker was down, but not after the conference has begun', async () => {
    const late = await day.delegate();
    day.clock.moveTo(new Date('2026-05-31T15:00:00Z'));
    expect(await day.get(RemindConfirmed).run()).toBe(1);
    const tooLate = await day.delegate();
    day.clock.moveTo(new Date('2026-05-31T16:00:00Z'));
    expect(await day.get(RemindConfirmed).run()).toBe(0);
    expect([(await day.lettersTo(late)).at(-1), (await day.lettersTo(tooLate)).at(-1)]).toEqual(['agenda.reminder', 'registration.confirmed']);
  });
});

describe('the personal calendar', () => {
  const calendar = async (who: Delegate): Promise<string> => {
    const path = day.get(PersonalCalendar).pathOf(who.registrationId);
    const secret = /^\/feeds\/agenda\/([^/]+)\.ics$/.exec(path)?.[1] ?? '';
    return await day.get(PersonalCalendar).behind(day.work.reader, secret) ?? '';
  };
  const lines = (text: string, name: string): string[] => text.split('\r\n').filter((line) => line.startsWith(name));

  it('holds what one has, under lasting names; what was given back stays in it as cancelled, and comes back with a higher sequence', async () => {
    day.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
    const who = await day.delegate();
    const forumId = await day.forum('13:00', '14:00');
    const [departureId] = await day.departures(['15:00', '18:00']);
    await day.choose(who, forumId);
    if (departureId !== undefined) await day.book(who, departureId);
    const before = await calendar(who);
    expect(lines(before, 'UID:')).toHaveLength(2);
    expect(lines(before, 'UID:')[1]).toBe(`UID:departure-${departureId ?? ''}@conference.example.org`);
    expect(lines(before, 'DTSTART')).toEqual(['DTSTART:20260601T050000Z', 'DTSTART:20260601T070000Z']);
    done(await day.get(LeaveForum).run(who.actor, { registrationId: who.registrationId, forumId }));
    const left = await calendar(who);
    expect(lines(left, 'UID:').toSorted()).toEqual(lines(before, 'UID:').toSorted());
    expect(lines(left, 'STATUS:').toSorted()).toEqual(['STATUS:CANCELLED', 'STATUS:CONFIRMED']);
    await day.choose(who, forumId);
    const again = await calendar(who);
    const session = lines(before, 'UID:')[0] ?? '';
    const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text.split('BEGIN:VEVENT').find((one) => one.includes(session)) ?? '')?.[1]);
    expect([sequence(left) - sequence(before), sequence(again) - sequence(left)]).toEqual([1, 1]);
    expect(lines(again, 'STATUS:')).toEqual(['STATUS:CONFIRMED', 'STATUS:CONFIRMED']);
  });

  it('is empty of everything once the registration is withdrawn, and unknown to a guessed secret', async () => {
    const who = await day.delegate();
    await day.choose(who, await day.forum('16:00', '17:00'));
    done(await day.get(WithdrawRegistration).run(who.actor, { id: who.registrationId }));
    expect(lines(await calendar(who), 'STATUS:')).toEqual(['STATUS:CANCELLED']);
    expect(await day.get(PersonalCalendar).behind(day.work.reader, who.registrationId)).toBeUndefined();
  });
});
