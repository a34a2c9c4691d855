import { expect, it } from '@jest/globals';
import { checkTravelDocument, maskedNumber } from './check-travel-document.js';
import { CountryTable } from './countries.js';

const check = (changes: Partial<Parameters<typeof checkTravelDocument>[0]>) =>
  checkTravelDocument({ kind: 'PASSPORT', number: 'E12345678', issuedBy: 'CN', ...changes }, new CountryTable(), '2026-06-01');

it('is kept as machines read it', () => {
  expect(check({ number: 'e 1234-5678', issuedBy: 'cn ', expiresOn: '2026-06-01' })).toEqual({ kind: 'PASSPORT', number: 'E12345678', issuedBy: 'CN', expiresOn: '2026-06-01' });
  expect(check({ number: 'Ｅ１２３４５６７８' })).toMatchObject({ number: 'E12345678' });
});

it('says what is wrong with it', () => {
  expect(check({ number: '#12', issuedBy: 'ZZ', expiresOn: '2026-05-31' })).toEqual([
    { path: 'travelDocument.number', code: 'document.number' }, { path: 'travelDocument.issuedBy', code: 'country.unknown' },
    { path: 'travelDocument.expiresOn', code: 'document.expired' },
  ]);
  expect(check({ number: ' ', expiresOn: '31.5.2026' })).toEqual([
    { path: 'travelDocument.number', code: 'required' }, { path: 'travelDocument.expiresOn', code: 'date-malformed' },
  ]);
});

it('shows two characters of a long number, none of a short one', () => {
  expect(maskedNumber('E12345678')).toBe('•••••••78');
  expect(maskedNumber('1234')).toBe('••••');
});
