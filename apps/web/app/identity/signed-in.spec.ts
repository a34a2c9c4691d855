import { describe, expect, it } from '@jest/globals';
import { SIGN_IN_COOKIE, STAFF_COOKIE } from '#identity';
import { isSignedIn, SIGN_IN_COOKIES, signInOf } from './signed-in.js';

const withHeaders = (headers: Record<string, string>): Request => new Request('http://localhost/', { headers });

describe('what a request is known by', () => {
  it('are the cookies that identity sets', () => {
    expect(SIGN_IN_COOKIES).toEqual({ delegate: SIGN_IN_COOKIE, staff: STAFF_COOKIE });
  });

  it.each([
    [{}, undefined],
    [{ cookie: 'theme=huiguan; other=__Host-huiguan' }, undefined],
    [{ cookie: 'a=b; __Host-huiguan=x' }, 'DELEGATE'],
    [{ cookie: '__Host-huiguan-staff=x; a=b' }, 'STAFF'],
    [{ authorization: 'Bearer x' }, 'PROGRAM'],
  ])('is read from %j', (headers, kind) => {
    expect(signInOf(withHeaders(headers as Record<string, string>))).toBe(kind);
    expect(isSignedIn(withHeaders(headers as Record<string, string>))).toBe(kind !== undefined);
  });
});
