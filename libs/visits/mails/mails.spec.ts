import { describe, expect, it } from '@jest/globals';
import { t } from '#i18n';
import type { LetterContext } from '#mail';
import { visitBookedLetter } from './visit-booked.mail.js';
import { visitCancelledLetter } from './visit-cancelled.mail.js';
import { sampleVisitLetter } from './visit-letter.js';
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
