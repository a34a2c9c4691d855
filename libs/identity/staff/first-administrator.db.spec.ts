import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsFrom } from '#platform';
import { IdentityFixture } from '../identity.fixture.js';
import { FirstAdministrator } from './first-administrator.js';

let house: IdentityFixture;
const TOKEN = 'a-token-of-more-than-24-letters';

beforeAll(async () => { house = await IdentityFixture.open({ ADMIN_EMAIL: 'Chief@example.org', ADMIN_TOKEN: TOKEN }); });
afterAll(() => house.close());

const start = (settings = house.settings) => new FirstAdministrator(house.database.work, house.accounts, house.invitations, settings).ensure();

describe('the first administrator', () => {
  it('is made once by eight processes that start at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => start()));
    expect(await house.query("SELECT role, scope_kind FROM role_grant")).toEqual([{ role: 'OWNER', scope_kind: 'INSTALLATION' }]);
    expect(await house.query('SELECT name FROM api_token')).toEqual([{ name: 'ADMIN_TOKEN' }]);
    expect(await house.query("SELECT to_address FROM message WHERE kind = 'identity.staff-invitation'")).toEqual([{ to_address: 'Chief@example.org' }]);
    expect(await house.who({ bearer: TOKEN })).toMatchObject({ kind: 'TOKEN', grants: [{ role: 'OWNER', scopeKind: 'INSTALLATION' }] });
  });

  it('who was dismissed is not made again by the next start, nor is a revoked token', async () => {
    await house.query('DELETE FROM role_grant');
    await house.query('UPDATE api_token SET revoked_at = now()');
    await start();
    expect(await house.query('SELECT 1 FROM role_grant')).toEqual([]);
    expect((await house.who({ bearer: TOKEN })).kind).toBe('ANONYMOUS');
  });

  it('is not made of half the settings', async () => {
    const half = { DATABASE_URL: house.database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret for tests that nobody else has' };
    await expect(start(settingsFrom({ ...half, ADMIN_TOKEN: TOKEN }))).rejects.toThrow('ADMIN_TOKEN: needs ADMIN_EMAIL');
    await expect(start(settingsFrom({ ...half, ADMIN_EMAIL: '@' }))).rejects.toThrow('ADMIN_EMAIL: is not a mail address');
  });
});
