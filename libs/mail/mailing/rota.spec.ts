import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { Breakers, REFUSALS_THAT_CLOSE } from './breakers.js';
import type { WaitingLetter } from './bulk-ledger.js';
import { quietUntil, warmDay } from './quiet-hours.js';
import { Rota } from './rota.js';

const letter = (domain: string): WaitingLetter => ({ id: newId(), domain, toAddress: `x@${domain}`, toName: '', locale: 'en', props: {}, messageId: '<x>', attempts: 0, dueAt: '' });
const always = (): boolean => true;

describe('whose turn it is', () => {
  it('goes round the domains, so that a large one does not hold up the small ones', () => {
    const rota = new Rota(4);
    for (let n = 0; n < 50; n += 1) rota.add(letter('large.example'));
    rota.add(letter('small.example'));
    rota.add(letter('tiny.example'));
    const turns = Array.from({ length: 3 }, () => rota.next(always)?.letter.domain);
    expect(new Set(turns)).toEqual(new Set(['large.example', 'small.example', 'tiny.example']));
  });

  it('gives slow domains half of the lines together, at most', () => {
    let now = 0;
    const rota = new Rota(4, () => now);
    for (let n = 0; n < 10; n += 1) for (const domain of ['slow.example', 'slower.example', 'quick.example']) rota.add(letter(domain));
    for (const domain of ['slow.example', 'slower.example']) rota.next((one) => one === domain);
    now = 1_500;
    const taken = Array.from({ length: 10 }, () => rota.next(always)?.letter.domain);
    expect(new Set(taken)).toEqual(new Set(['quick.example']));
  });

  it('keeps a letter until its moment', () => {
    let now = 0;
    const rota = new Rota(4, () => now);
    rota.add(letter('a.example'), 100);
    expect([rota.next(always), rota.soonest()]).toEqual([undefined, 100]);
    now = 100;
    expect(rota.next(always)?.letter.domain).toBe('a.example');
  });
});

describe('a domain that turns letters away', () => {
  it('rests after ten in a row, is tried by one letter, rests twice as long, and opens at the first that is taken', () => {
    let now = 1;
    const breakers = new Breakers(() => now);
    const away = () => breakers.turnedAway('bad.example', '451 later');
    expect(Array.from({ length: REFUSALS_THAT_CLOSE }, away).map((closing) => closing?.restMs)).toEqual([...Array.from({ length: REFUSALS_THAT_CLOSE - 1 }, () => undefined), 300_000]);
    expect([breakers.mayGo('bad.example'), breakers.mayGo('good.example'), breakers.closed()]).toEqual([false, true, ['bad.example']]);
    now += 300_000;
    expect(breakers.mayGo('bad.example')).toBe(true);
    breakers.begun('bad.example');
    expect(breakers.mayGo('bad.example')).toBe(false);
    expect(away()?.restMs).toBe(600_000);
    now += 600_000;
    breakers.begun('bad.example');
    expect(breakers.accepted('bad.example')).toBe(true);
    expect([breakers.mayGo('bad.example'), breakers.closed()]).toEqual([true, []]);
  });

  it('is not closed by refusals between which it takes letters', () => {
    const breakers = new Breakers();
    for (let n = 0; n < 50; n += 1) {
      expect(breakers.turnedAway('mixed.example', '550 no')).toBeUndefined();
      if (n % 5 === 0) breakers.accepted('mixed.example');
    }
  });
});

describe('the hours and days of a mailing', () => {
  it.each([
    ['2027-06-01T12:59:00Z', undefined], ['2027-06-01T13:00:00Z', '2027-06-02T00:00:00.000Z'], ['2027-06-01T23:59:00Z', '2027-06-02T00:00:00.000Z'], ['2027-06-02T00:00:00Z', undefined],
  ])('are quiet in Chongqing from nine in the evening until eight: %s', (at, until) => {
    expect(quietUntil(new Date(at), { from: '21:00', until: '08:00', zone: 'Asia/Shanghai' })?.toISOString()).toBe(until);
  });

  it('are quiet at noon too, and across a change of clocks', () => {
    expect(quietUntil(new Date('2027-06-01T10:30:00Z'), { from: '12:00:00', until: '14:00:00', zone: 'Europe/Paris' })?.toISOString()).toBe('2027-06-01T12:00:00.000Z');
    expect(quietUntil(new Date('2027-03-27T22:00:00Z'), { from: '22:00', until: '08:00', zone: 'Europe/Paris' })?.toISOString()).toBe('2027-03-28T06:00:00.000Z');
  });

  it('grow along the warm-up, by days of the zone, and then know no limit', () => {
    const [began, curve] = [new Date('2027-06-01T15:00:00Z'), [50, 100, 500]];
    const day = (at: string) => warmDay(new Date(at), began, curve, 'Asia/Shanghai');
    expect(day('2027-06-01T15:30:00Z')).toMatchObject({ most: 50, ends: new Date('2027-06-01T16:00:00Z') });
    expect([day('2027-06-01T16:00:00Z')?.most, day('2027-06-03T15:59:00Z')?.most, day('2027-06-03T16:00:00Z')]).toEqual([100, 500, undefined]);
  });
});
