import { expect, it } from '@jest/globals';
import { phoneNumber } from './phone.js';

it('is kept as E.164, read as one of the residence where it is written as at home', () => {
  expect(phoneNumber('138 0013 8000', 'CN')).toBe('+8613800138000');
  expect(phoneNumber('0803 123 4567', 'NG')).toBe('+2348031234567');
  expect(phoneNumber('+44 20 7946 0958', 'CN')).toBe('+442079460958');
  expect(phoneNumber('0086 138 0013 8000', null)).toBe('+8613800138000');
  expect(phoneNumber('٠٥٠١٢٣٤٥٦٧', 'AE')).toBe('+971501234567');
  expect(phoneNumber('＋８１ ９０-１２３４-５６７８', null)).toBe('+819012345678');
});

it('is refused where it cannot be one', () => {
  for (const typed of ['138 0013 8000', 'call me', '', '+86', '123', '+1 555 0100 ext. 4', `+${'9'.repeat(80)}`]) expect(phoneNumber(typed, null)).toBeUndefined();
  expect(phoneNumber('0803 123 4567', 'XK0')).toBeUndefined();
});
