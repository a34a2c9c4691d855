import { describe, expect, it } from '@jest/globals';
import { nextOf, withCookies } from './staff-door.js';

describe('the way back after a sign-in', () => {
  it.each([
    [null, '/en/console'], ['', '/en/console'], ['https://elsewhere.example/', '/en/console'], ['//elsewhere.example', '/en/console'],
    ['/\\elsewhere.example', '/en/console'], ['/en/console?x=1', '/en/console?x=1'],
  ])('from %s is %s', (given, taken) => {
    expect(nextOf(given, 'en')).toBe(taken);
  });
});

describe('the next step of one action', () => {
  it('sends the cookies that were just set, and not those that were taken away', () => {
    const headers = new Headers();
    headers.append('set-cookie', 'a=2; Path=/; Secure');
    headers.append('set-cookie', 'gone=; Max-Age=0');
    const request = new Request('http://localhost/', { headers: { cookie: 'a=1; b=3' } });
    expect(withCookies(request, headers).headers.get('cookie')).toBe('b=3; a=2');
  });
});
