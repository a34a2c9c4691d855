import { expect, it } from '@jest/globals';
import { isTimeZone, isWebsite, slugProblems } from './address.rules.js';

it('takes slugs that read well in an address', () => {
  for (const slug of ['chongqing-2026', 'a', '2026']) expect(slugProblems(slug, 'slug')).toEqual([]);
  for (const slug of ['Chongqing', 'chong--qing', '-a', 'a-', 'a b', '重庆', 'a/b', '../a']) {
    expect(slugProblems(slug, 'slug')).toEqual([{ path: 'slug', code: 'key-malformed' }]);
  }
  for (const slug of ['new', 'all', 'agenda']) expect(slugProblems(slug, 'slug')).toEqual([{ path: 'slug', code: 'slug-reserved' }]);
  expect(slugProblems('', 'slug')).toEqual([{ path: 'slug', code: 'required' }]);
});

it('takes the pages of hosts, and nothing that hides where it leads', () => {
  for (const page of ['https://qiaolian.example/', 'https://www.gov.example/a?b=c#d', 'https://xn--fiqs8s.example/']) expect(isWebsite(page)).toBe(true);
  for (const page of ['http://a.example', 'javascript:alert(1)', 'https://a:b@c.example', 'https://127.0.0.1/', 'https://[::1]/', 'https://a.example:8443', 'https://localhost', 'https://2130706433', '']) {
    expect(isWebsite(page)).toBe(false);
  }
});

it('takes time zones by their IANA names', () => {
  for (const zone of ['Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+3']) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['+08:00', 'Asia/Chongqing2', 'CST', '', 'Beijing']) expect(isTimeZone(zone)).toBe(false);
});
