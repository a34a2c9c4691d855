import { describe, expect, it } from '@jest/globals';
import { t } from '#i18n';
import type { LetterContext } from '#mail';
import { departureCancelledLetter } from './departure-cancelled.mail.js';
import { departureChangedLetter } from './departure-changed.mail.js';
import { departureSwappedLetter } from './departure-swapped.mail.js';
import { visitBookedLetter } from './visit-booked.mail.js';
import { visitCancelledLetter } from './visit-cancelled.mail.js';
import { sampleToldId, sampleVisitLetter } from './visit-letter.js';
import { visitWaitlistedLetter } from './visit-waitlisted.mail.js';

const context = (locale: 'en' | 'zh-Hans', reader: string = locale): LetterContext => ({
  locale, reader, t: (key, values) => t(locale, key, values), publicUrl: 'https://conference.example.org', linkToken: () => { throw new Error('no link needs a token'); },
});
const unfolded = (text: unknown): string => String(text).replace(/\r\n[ \t]/g, '');

describe('the letter about a seat', () => {
  it('says all that one needs on the day, in the conference\'s time', () => {
    expect(visitBookedLetter.render(sampleVisitLetter, context('en')).blocks).toContainEqual({ facts: [
      { label: t('en', 'letter.visits.when'), value: 'Wednesday, 3 June 2026, 08:30–17:00' },
      { label: t('en', 'letter.visits.meeting-point'), value: 'East gate' },
      { label: t('en', 'letter.visits.vehicle'), value: 'Coach 3' },
      { label: t('en', 'letter.visits.guide'), value: 'English and Simplified Chinese' },
      { label: t('en', 'letter.visits.what-to-bring'), value: 'Good shoes' },
    ] });
  });

  it('is written for a Chinese reader in Chinese, with what was entered in it', () => {
    const { subject, blocks } = visitBookedLetter.render(sampleVisitLetter, context('zh-Hans'));
    expect(subject).toContain('大足石刻');
    expect(JSON.stringify(blocks)).toContain('东门');
  });

  it('leaves out what is not decided yet', () => {
    const props = { ...sampleVisitLetter, departure: { ...sampleVisitLetter.departure, vehicle: null, guideLanguages: [] } };
    expect(JSON.stringify(visitBookedLetter.render(props, context('en')).blocks)).not.toContain(t('en', 'letter.visits.vehicle'));
  });

  it('carries the departure for one\'s calendar, and takes it out again when it is cancelled', () => {
    const [booked] = visitBookedLetter.render(sampleVisitLetter, context('en')).attachments ?? [];
    const later = { ...sampleVisitLetter, writtenAt: '2026-02-01T00:00:00.000Z', was: 'PLACE' as const };
    const [cancelled] = visitCancelledLetter.render(later, context('en')).attachments ?? [];
    const uid = 'UID:departure-019b0000-0000-7000-8000-000000000002@conference.example.org';
    expect(unfolded(booked?.content)).toMatch(/METHOD:PUBLISH[^]*DTSTAMP:20260101T000000Z[^]*STATUS:CONFIRMED/);
    expect(unfolded(cancelled?.content)).toMatch(/METHOD:CANCEL[^]*DTSTAMP:20260201T000000Z[^]*STATUS:CANCELLED/);
    for (const file of [booked, cancelled]) expect(unfolded(file?.content)).toContain(uid);
  });
});

describe('the letters about the line', () => {
  it('name the turn, and put nothing into a calendar', () => {
    const waiting = visitWaitlistedLetter.render({ ...sampleVisitLetter, position: 12 }, context('en'));
    expect(waiting.preheader).toContain('12');
    expect(waiting.attachments).toBeUndefined();
    expect(visitCancelledLetter.render({ ...sampleVisitLetter, was: 'LINE' }, context('en')).attachments).toEqual([]);
  });
});

describe('the letters about a departure that is another', () => {
  const withLink = (locale: 'en' | 'zh-Hans'): LetterContext => ({ ...context(locale), linkToken: (purpose, id) => `${purpose}.${id}` });
  const before = { startsAt: '2026-06-03T00:00:00.000Z', endsAt: '2026-06-03T09:00:00.000Z', meetingPoint: { en: 'West gate' }, vehicle: 'Coach 3' };

  it('say what it was only where it is another, and lead to other departures by a link that is this person’s', () => {
    const { blocks } = departureChangedLetter.render({ ...sampleVisitLetter, was: 'PLACE', toldId: sampleToldId, before, clashes: true }, withLink('en'));
    const said = JSON.stringify(blocks);
    expect(said).toContain('West gate');
    expect(said).not.toContain(t('en', 'letter.visits.vehicle-before'));
    expect(said).toContain(`/en/departures/${sampleVisitLetter.departure.id}/alternatives?token=departure-alternatives.${sampleToldId}`);
  });

  it('are without a link and a calendar file for who only waited', () => {
    const waited = departureCancelledLetter.render({ ...sampleVisitLetter, was: 'LINE', toldId: sampleToldId, reason: null }, context('zh-Hans'));
    expect(waited.attachments).toEqual([]);
    expect(JSON.stringify(waited.blocks)).toContain(t('zh-Hans', 'letter.visits.departure-cancelled.too-few'));
  });

  it('put the new departure into the calendar and take the old one out', () => {
    const left = { ...before, id: '019b0000-0000-7000-8000-000000000005', version: 3, visit: { en: 'Dazu rock carvings' } };
    const [comes, goes] = departureSwappedLetter.render({ ...sampleVisitLetter, left }, context('en')).attachments ?? [];
    expect(unfolded(comes?.content)).toMatch(/METHOD:PUBLISH[^]*UID:departure-019b0000-0000-7000-8000-000000000002/);
    expect(unfolded(goes?.content)).toMatch(/METHOD:CANCEL[^]*UID:departure-019b0000-0000-7000-8000-000000000005[^]*SEQUENCE:3/);
  });
});
