import { describe, expect, it } from '@jest/globals';
import { t } from '#i18n';
import type { LetterContext } from '#mail';
import { forumLeftLetter } from './forum-left.mail.js';
import { forumPlaceLetter } from './forum-place.mail.js';
import { programmeChangedLetter } from './programme-changed.mail.js';
import { sampleForumLetter } from './samples.js';

const context = (locale: 'en' | 'zh-Hans', reader: string = locale): LetterContext => ({
  locale, reader, t: (key, values) => t(locale, key, values), publicUrl: 'https://conference.example.org', linkToken: () => { throw new Error('no link needs a token'); },
});

describe('the letter about a place in a forum', () => {
  it('says when and where in the conference\'s time, in the reader\'s language', () => {
    const { subject, blocks } = forumPlaceLetter.render(sampleForumLetter, context('en'));
    expect(subject).toBe('Your place: Digital trade');
    expect(blocks).toContainEqual({ facts: [{ label: 'Panel', value: 'Monday, 1 June 2026, 09:30–11:00\nGreat Hall' }] });
    expect(blocks).toContainEqual({ note: t('en', 'letter.programme.zone', { zone: 'China Standard Time' }) });
    expect(blocks).toContainEqual({ button: { label: 'Open my agenda', url: 'https://conference.example.org/en/conferences/sample/agenda' } });
    expect(forumPlaceLetter.render(sampleForumLetter, context('zh-Hans')).subject).toBe('您的席位：数字贸易');
  });

  it('carries the sessions for one\'s calendar, under the names they have in the public feed', () => {
    const [file] = forumPlaceLetter.render(sampleForumLetter, context('en')).attachments ?? [];
    const text = String(file?.content).replace(/\r\n[ \t]/g, '');
    expect(file?.method).toBe('PUBLISH');
    expect(text).toContain('UID:session-019b0000-0000-7000-8000-000000000001@conference.example.org');
    expect(text).toContain('DTSTART:20260601T013000Z');
    expect(text).toContain('SUMMARY:Digital trade: Panel');
  });
});

describe('the letter about leaving', () => {
  it('takes the sessions out of the calendar where they were in it', () => {
    const left = forumLeftLetter.render({ ...sampleForumLetter, was: 'PLACE' }, context('en'));
    expect(left.attachments?.[0]?.method).toBe('CANCEL');
    expect(forumLeftLetter.render({ ...sampleForumLetter, was: 'LINE' }, context('en'))).toMatchObject({
      subject: t('en', 'letter.programme.forum-left.subject', { was: 'LINE', forum: 'Digital trade' }), attachments: [],
    });
  });
});

describe('the letter about a change', () => {
  const was = { startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: null };
  it('says what was, what is, and whether the day clashes now', () => {
    const moved = programmeChangedLetter.render({ ...sampleForumLetter, kind: 'MOVED', before: was, after: { ...was, place: { en: 'Room 2' } }, clashes: true }, context('en'));
    expect(moved.subject).toBe('Changed: Panel');
    expect(moved.blocks).toContainEqual({ facts: [
      { label: 'Session', value: 'Panel' },
      { label: 'Until now', value: 'Monday, 1 June 2026, 09:30–11:00' },
      { label: 'From now on', value: 'Monday, 1 June 2026, 09:30–11:00\nRoom 2' },
    ] });
    expect(JSON.stringify(moved.blocks)).toContain(t('en', 'letter.programme.changed.clash'));
  });

  it('of a removed session cancels it in the calendar', () => {
    const removed = programmeChangedLetter.render({ ...sampleForumLetter, kind: 'REMOVED', before: was, after: null, clashes: false }, context('zh-Hans'));
    expect(removed.subject).toBe('取消：圆桌讨论');
    expect(removed.attachments?.[0]?.method).toBe('CANCEL');
  });
});
