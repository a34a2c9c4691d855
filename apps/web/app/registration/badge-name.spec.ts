import { expect, it } from '@jest/globals';
import { badgeLines } from './badge-name.js';

const typed = { native: '', latinFamily: 'Lin', latinGiven: 'Meiling', order: 'FAMILY_FIRST', badge: '' };

it.each([
  [{}, 'Lin Meiling', ''], [{ order: 'GIVEN_FIRST' }, 'Meiling Lin', ''], [{ native: ' 林美玲 ' }, '林美玲', 'Lin Meiling'], [{ native: '林美玲', badge: 'May  Lin' }, 'May Lin', 'Lin Meiling'],
  [{ badge: 'Lin Meiling' }, 'Lin Meiling', ''], [{ latinGiven: '' }, 'Lin', ''], [{ latinFamily: '', latinGiven: '' }, '', ''],
])('a badge shows of %j: %s, %s', (changes, name, latin) => {
  expect(badgeLines({ ...typed, ...changes })).toEqual({ name, latin });
});
