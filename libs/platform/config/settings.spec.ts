import { describe, expect, it } from '@jest/globals';
import { settingsFrom, WrongSettings } from './settings.js';

const enough = {
  DATABASE_URL: 'postgresql://huiguan@127.0.0.1/huiguan',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  SECRET_KEY: 'k'.repeat(32),
};

function complaint(environment: Record<string, string | undefined>): string {
  try {
    settingsFrom(environment);
  } catch (fault) {
    if (fault instanceof WrongSettings) return fault.message;
    throw fault;
  }
  throw new Error('the settings were accepted');
}

describe('settings', () => {
  it('fill in what is not given', () => {
    expect(settingsFrom(enough)).toMatchObject({ PORT: 3000, PUBLIC_URL: 'http://localhost:3000', API_URL: 'http://127.0.0.1:3001' });
  });

  it('give URLs without a slash at the end', () => {
    expect(settingsFrom({ ...enough, PUBLIC_URL: 'https://forum.example/' }).PUBLIC_URL).toBe('https://forum.example');
  });

  it('name a variable that is not set, one line each', () => {
    expect(complaint({ SMTP_URL: enough.SMTP_URL, SECRET_KEY: '' })).toBe('DATABASE_URL is not set\nSECRET_KEY is not set');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'three thousand'],
    ['DATABASE_URL', 'mysql://127.0.0.1/huiguan'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['SECRET_KEY', 'short'],
    ['ADMIN_TOKEN', 'short'],
    ['RATE_LIMITS', 'sometimes'],
    ['PUBLIC_URL', 'ftp://forum.example'],
  ])('name the variable of a wrong value: %s=%s', (name, value) => {
    expect(complaint({ ...enough, [name]: value })).toMatch(new RegExp(`^${name}: .+`));
  });

  it('say in words what a number must be', () => {
    expect(complaint({ ...enough, PORT: 'three thousand' })).toBe('PORT: must be a whole number from 1 to 65535');
  });

  it('never repeat a secret in the complaint', () => {
    expect(complaint({ ...enough, SECRET_KEY: 'hunter2hunter2' })).not.toContain('hunter2');
  });
});
