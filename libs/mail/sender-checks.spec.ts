import { describe, expect, it } from '@jest/globals';
import { settingsFrom } from '#platform';
import { SenderChecks } from './sender-checks.js';

function checksWith(records: Readonly<Record<string, string[] | 'away'>>, extra: Record<string, string> = {}): SenderChecks {
  const checks = new SenderChecks(settingsFrom({ DATABASE_URL: 'postgres://x', SMTP_URL: 'smtp://x', SECRET_KEY: 'k'.repeat(32), MAIL_FROM: 'Desk <desk@huiguan.example>', ...extra }));
  const answer = (name: string): string[] => {
    const found = records[name];
    if (found === 'away') throw Object.assign(new Error('away'), { code: 'ETIMEOUT' });
    if (found === undefined) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return found;
  };
  checks.names = {
    resolveTxt: async (name) => Promise.resolve(answer(name).map((record) => [record.slice(0, 5), record.slice(5)])),
    resolveMx: async (name) => Promise.resolve(answer(name).map((exchange) => ({ exchange }))),
  };
  return checks;
}
const states = async (checks: SenderChecks): Promise<string> => (await checks.run()).map(({ kind, state }) => `${kind} ${state}`).join(', ');

describe('the check of the sender', () => {
  const key = `v=DKIM1; k=rsa; p=${'A'.repeat(200)}`;

  it('finds what mailbox providers ask for', async () => {
    expect(await states(checksWith({
      'bounces.huiguan.example': ['v=spf1 ip4:192.0.2.1 -all'], 'mail2026._domainkey.huiguan.example': [key], '_dmarc.huiguan.example': ['v=DMARC1; p=quarantine; rua=mailto:x@huiguan.example'],
    }, { DKIM_SELECTOR: 'mail2026', DKIM_KEY_FILE: '/none', BOUNCE_DOMAIN: 'bounces.huiguan.example' }))).toBe('SPF GOOD, DKIM GOOD, DMARC GOOD, RETURN_PATH GOOD');
  });

  it('tells what is missing, wrong, not set, and what could not be asked', async () => {
    expect(await states(checksWith({ 'huiguan.example': ['v=spf1 +all', 'other=1'], '_dmarc.huiguan.example': 'away' }))).toBe('SPF WRONG, DKIM UNSET, DMARC UNKNOWN, RETURN_PATH UNSET');
    expect(await states(checksWith({ 'huiguan.example': ['v=spf1 -all', 'v=spf1 mx -all'] }, { DKIM_SELECTOR: 's', DKIM_KEY_FILE: '/none' }))).toBe('SPF WRONG, DKIM MISSING, DMARC MISSING, RETURN_PATH UNSET');
  });
});
