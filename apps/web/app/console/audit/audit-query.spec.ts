import { describe, expect, it } from '@jest/globals';
import { queryOf, zoneOf } from './audit-query.js';

describe('what is asked of the audit log', () => {
  it('spans whole days on the calendar of the conference', () => {
    const asked = queryOf(new URLSearchParams({ from: '2026-03-01', until: '2026-03-02' }));
    expect(asked.between('Asia/Shanghai')).toEqual({ from: '2026-02-28T16:00:00Z', until: '2026-03-02T16:00:00Z' });
    expect(queryOf(new URLSearchParams({ from: 'soon', until: '2026-02-31' })).shown).toMatchObject({ from: '', until: '' });
  });

  it('is one deed or a group of them; what is unknown is left out', () => {
    expect(queryOf(new URLSearchParams({ what: 'token.created' })).actions).toEqual(['token.created']);
    expect(queryOf(new URLSearchParams({ what: 'access' })).actions).toContain('role.revoked');
    expect(queryOf(new URLSearchParams({ what: 'constructor' })).actions).toBeUndefined();
  });

  it('is told in the one zone that conferences share', () => {
    expect(zoneOf(undefined, [{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Asia/Shanghai' }])).toBe('Asia/Shanghai');
    expect(zoneOf(undefined, [{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Asia/Almaty' }])).toBe('UTC');
    expect(zoneOf({ timeZone: 'Asia/Almaty' }, [])).toBe('Asia/Almaty');
  });
});
