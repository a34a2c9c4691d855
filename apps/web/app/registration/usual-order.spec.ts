import { expect, it } from '@jest/globals';
import { usualOrder } from './usual-order.js';

it('puts the family name first where people do', () => {
  expect(['zh-Hans', 'zh-Hant', 'vi', 'en', 'ar', 'th'].map(usualOrder)).toEqual(['FAMILY_FIRST', 'FAMILY_FIRST', 'FAMILY_FIRST', 'GIVEN_FIRST', 'GIVEN_FIRST', 'GIVEN_FIRST']);
});
