import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sentenceFor } from './cannot-start.js';
import { restartPause } from './child-process.js';
import { readCommandLine } from './command-line.js';
import { completeSettings } from './complete-settings.js';
import { expectFirstConference } from './show-first-conference.js';
import { lockDataFolder } from './instance-lock.js';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'huiguan-launcher-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

describe('the first conference', () => {
  it('is due from before the database is made, so that a start that is cut off in between is made good', () => {
    const database = join(folder, 'postgres', 'data');
    expectFirstConference(folder, database);
    expect(existsSync(join(folder, 'first-conference-due'))).toBe(true);
  });

  it('is not due where there is a database already', () => {
    expectFirstConference(folder, folder);
    expect(existsSync(join(folder, 'first-conference-due'))).toBe(false);
  });
});

describe('settings of one machine', () => {
  it('are completed by neighbouring ports, the mailbox and secrets that stay', () => {
    const { environment, ...rest } = completeSettings({ PORT: '4000' }, folder);
    expect(rest).toEqual({ embeddedDatabase: true, embeddedMailbox: true, ownAdministrator: true });
    expect(environment).toMatchObject({ API_PORT: '4001', MAILBOX_PORT: '4002', SMTP_URL: 'smtp://127.0.0.1:4025', ADMIN_EMAIL: 'organiser@example.org' });
    expect(completeSettings({ PORT: '4000' }, folder).environment).toEqual(environment);
    expect(statSync(join(folder, 'admin-token')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret-key'), 'utf8').trim()).toBe(environment['SECRET_KEY']);
  });

  it('leave alone what is given', () => {
    const given = { DATABASE_URL: 'postgresql://db.example/x', SMTP_URL: 'smtp://mail.example', SECRET_KEY: 'k'.repeat(40), ADMIN_EMAIL: 'a@example.org', ADMIN_TOKEN: 't'.repeat(30) };
    expect(completeSettings(given, folder)).toMatchObject({ embeddedDatabase: false, embeddedMailbox: false, ownAdministrator: false, environment: given });
  });

  it('make up no secret in production', () => {
    expect(() => completeSettings({ NODE_ENV: 'production' }, folder)).toThrow('SECRET_KEY is not set');
    expect(completeSettings({ NODE_ENV: 'production', SECRET_KEY: 'k'.repeat(40) }, folder).environment).not.toHaveProperty('ADMIN_TOKEN');
  });
});

describe('the lock of a data folder', () => {
  it('is taken once, and can be taken again after its release', () => {
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(`already runs on ${folder} (process ${process.pid})`);
    lock.release();
    expect(lockDataFolder(folder).tookOver).toBe(false);
  });

  it.each(['999999999 1\n', `${process.pid} 1\n`, 'nonsense', ''])('is taken over from a process that is gone or whose number is used again: %j', (text) => {
    writeFileSync(join(folder, 'launcher.lock'), text);
    expect(lockDataFolder(folder).tookOver).toBe(true);
  });
});

describe('a restart', () => {
  it('waits longer each time, up to half a minute', () => {
    expect([1, 2, 3, 4, 7, 20].map(restartPause)).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000]);
  });
});

describe('the command line', () => {
  it('leaves processes out by name', () => {
    expect(readCommandLine(['--without', 'web', '--without', 'worker']).without).toEqual(new Set(['web', 'worker']));
    expect(() => readCommandLine(['--without', 'cake'])).toThrow('there is no such process');
    expect(() => readCommandLine(['--fast'])).toThrow('--fast');
  });
});

describe('a fault', () => {
  it('becomes a sentence for the person at the terminal', () => {
    expect(sentenceFor(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))).toMatch(/^The disk is full/);
    expect(sentenceFor(new Error('PostgreSQL could not make its data folder: No space left on device'))).toMatch(/^The disk is full/);
    expect(sentenceFor(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))).toMatch(/may not write/);
  });
});
