import { describe, expect, it } from '@jest/globals';
import { bounceReports } from './bounce-report.js';
import { bounceKindOf } from './bounce.rules.js';
import { hookReports } from './hook-reports.js';
import { NOTICES, RETURNED_LETTER } from './notices.fixture.js';

describe('what comes back', () => {
  it.each([
    ['postfixUnknown', 'FAILED', '5.1.1', 'HARD'], ['eximFull', 'FAILED', '5.2.2', 'SOFT'], ['exchangeUnknown', 'FAILED', '5.1.10', 'HARD'], ['gmailRefused', 'FAILED', '5.7.1', 'SOFT'],
    ['postfixDelayed', 'DELAYED', '4.4.1', 'SOFT'], ['relayed', 'DELIVERED', undefined, 'SOFT'],
  ] as const)('is read in the manner of %s', async (name, action, status, kind) => {
    const [report, ...others] = await bounceReports(NOTICES[name]);
    expect([report, others]).toMatchObject([{ action, recipient: 'reader@example.org', letterId: RETURNED_LETTER }, []]);
    if (status !== undefined) expect(report?.status).toBe(status);
    expect(bounceKindOf(report?.status, report?.diagnostic ?? '')).toBe(kind);
  });

  it('is read in plain words too', async () => {
    const [report] = await bounceReports(NOTICES.eximInWords);
    expect(report).toMatchObject({ action: 'FAILED', recipient: 'reader@example.org', letterId: RETURNED_LETTER });
    expect(bounceKindOf(report?.status, report?.diagnostic ?? '')).toBe('HARD');
  });

  it('is a complaint where a reader says so, and nothing where it is praise or an absence note', async () => {
    expect(await bounceReports(NOTICES.complaint)).toMatchObject([{ action: 'COMPLAINT', recipient: 'reader@example.org', letterId: RETURNED_LETTER }]);
    expect(await bounceReports(NOTICES.praise)).toEqual([]);
    expect(await bounceReports(NOTICES.absence)).toEqual([]);
    expect(await bounceReports(Buffer.from('nothing at all'))).toEqual([]);
  });

  it.each([
    ['550 5.1.1 User unknown', 'HARD'], ['550 no such mailbox', 'HARD'], ['550 5.7.26 unauthenticated mail', 'SOFT'], ['552 5.2.2 mailbox full', 'SOFT'], ['554 refused', 'SOFT'],
    ['550 5.4.4 domain not found', 'HARD'],
  ] as const)('“%s” is a %s bounce', (words, kind) => {
    expect(bounceKindOf(undefined, words)).toBe(kind);
  });
});

describe('what providers post', () => {
  it('is read from SES, bare or wrapped by SNS, whose subscriptions are not followed', () => {
    const bounce = {
      notificationType: 'Bounce', mail: { source: 'bounce-1@bounces.example', commonHeaders: { messageId: '<a@huiguan.example>' } },
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'reader@example.org', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' }] },
    };
    const expected = [{ action: 'FAILED', recipient: 'reader@example.org', status: '5.1.1', returnPath: 'bounce-1@bounces.example', messageId: '<a@huiguan.example>' }];
    expect(hookReports('ses', bounce)).toMatchObject(expected);
    expect(hookReports('ses', { Type: 'Notification', Message: JSON.stringify(bounce) })).toMatchObject(expected);
    expect(hookReports('ses', { Type: 'SubscriptionConfirmation', Message: 'x', SubscribeURL: 'http://169.254.169.254/' })).toEqual([]);
    expect(hookReports('ses', { notificationType: 'Complaint', mail: {}, complaint: { complainedRecipients: [{ emailAddress: 'reader@example.org' }] } })).toMatchObject([{ action: 'COMPLAINT' }]);
    expect(hookReports('ses', { hello: 1 })).toBeUndefined();
  });

  it('is read from Postmark, and in a form for all others', () => {
    expect(hookReports('postmark', { RecordType: 'Bounce', Type: 'HardBounce', Email: 'reader@example.org', Details: 'smtp;550' })).toMatchObject([{ action: 'FAILED', status: '5.1.1' }]);
    expect(hookReports('postmark', { RecordType: 'Bounce', Type: 'SoftBounce', Email: 'reader@example.org' })).toMatchObject([{ status: '5.2.0' }]);
    expect(hookReports('postmark', { RecordType: 'SpamComplaint', Email: 'reader@example.org' })).toMatchObject([{ action: 'COMPLAINT' }]);
    expect(hookReports('generic', { kind: 'soft', address: 'reader@example.org', status: '5.1.1' })).toMatchObject([{ action: 'FAILED', status: '5.2.0' }]);
    expect(hookReports('generic', [{ kind: 'flattened' }])).toBeUndefined();
  });
});
