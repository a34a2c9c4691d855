import { expect, it } from '@jest/globals';
import { sameName } from './same-name.js';

const of = (latinFamily: string, latinGiven: string | null = null, native: string | null = null) => ({ latinFamily, latinGiven, native });

it('takes spellings of one name for one name', () => {
  expect(sameName(of('Nguyễn', 'Thị Minh'), of('NGUYEN', 'Thi-Minh'))).toBe(true);
  expect(sameName(of('Wang', 'Xiaoming', '王小明'), of('XIAOMING', 'WANG'))).toBe(true);
  expect(sameName(of("O'Brien", 'Siobhán'), of('O’BRIEN', 'Siobhan'))).toBe(true);
  expect(sameName(of('Strauß', 'Jørgen'), of('Strauss', 'Jorgen'))).toBe(true);
  expect(sameName(of('Suharto'), of('suharto'))).toBe(true);
});

it('takes different people for different people', () => {
  expect(sameName(of('Wang', 'Wei', '王伟'), of('Wang', 'Wei', '王薇'))).toBe(false);
  expect(sameName(of('Wang', 'Wei'), of('Wang', 'Li'))).toBe(false);
  expect(sameName(of('Suharto'), of('Suharto', 'Adi'))).toBe(false);
});
