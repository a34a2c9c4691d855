import { describe, expect, it } from '@jest/globals';
import { settingsFrom, settingsSchema } from './settings.js';
import { shownSettings } from './shown-settings.js';

const HIDDEN = 'canary-7f3a';
const settings = settingsFrom({
  DATABASE_URL: `postgresql://house:${HIDDEN}@db.example.org:5432/huiguan?sslpassword=${HIDDEN}`, SMTP_URL: `smtps://${HIDDEN}:${HIDDEN}@mail.example.org:465?lines=5`,
  SMTP_SENDERS: `first=smtp://u:${HIDDEN}@a.example.org second=smtp://u:${HIDDEN}@b.example.org?perMinute=60`, REDIS_URL: `redis://:${HIDDEN}@queue.example.org:6379`,
  SECRET_KEY: `${HIDDEN} and more, to be long enough`, ADMIN_TOKEN: `${HIDDEN} and more, to be long`,
});

describe('settings as owners see them', () => {
  it('hold no secret, wherever it stands', () => {
    expect(JSON.stringify(shownSettings(settings))).not.toContain(HIDDEN);
  });

  it('say where letters and data go', () => {
    const values = new Map(shownSettings(settings).map(({ name, value }) => [name, value]));
    expect(values.get('DATABASE_URL')).toBe('postgresql://db.example.org:5432/huiguan');
    expect(values.get('SMTP_URL')).toBe('smtps://mail.example.org:465');
    expect(values.get('SMTP_SENDERS')).toBe('first=smtp://a.example.org second=smtp://b.example.org');
    expect(values.get('PORT')).toBe('3000');
  });

  it('say of secrets whether they are set', () => {
    expect(shownSettings(settings).filter(({ isSecret }) => isSecret).map(({ name, isSet, value }) => `${name} ${isSet} ${value}`)).toEqual(
      ['ADMIN_TOKEN true null', 'MAIL_HOOK_TOKEN false null', 'SECRET_KEY true null']);
  });

  it('are all that there are', () => {
    expect(shownSettings(settings).map(({ name }) => name)).toEqual(Object.keys(settingsSchema.shape).sort());
  });
});
