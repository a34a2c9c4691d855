import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CountryTable } from '#people';
import { checkDetails } from './check-details.js';
import type { DetailsContext } from './check-details.js';
import { missingDetails, missingInDraft, withoutRepeats } from './completeness.js';
import { mergedAnswers } from './answers.js';

const now = new Date('2026-03-02T08:00:00Z');
const context: DetailsContext = { countries: new CountryTable(), now, today: '2026-03-02', residence: null, consents: [] };
const check = (input: Parameters<typeof checkDetails>[0], more: Partial<DetailsContext> = {}) => checkDetails(input, { ...context, ...more });

describe('what a delegate fills in', () => {
  it('is kept tidy', () => {
    const { checked, problems } = check({
      organisation: '  Guild   of Tea ', phone: '138 1234 5678', residence: 'cn', languages: ['EN', 'zh-hans', 'en'], dietaryNeeds: 'No nuts\r\nNo pork ', locale: 'zh-hans', jobTitle: null, interpretation: '',
    });
    expect(problems).toEqual([]);
    expect(checked).toEqual({
      person: { residence: 'CN' },
      columns: { organisation: 'Guild of Tea', phone: '+8613812345678', languages: ['en', 'zh-Hans'], dietaryNeeds: 'No nuts\nNo pork', locale: 'zh-Hans', jobTitle: null, interpretation: null },
    });
  });

  it('leaves absent what is absent', () => {
    expect(check({}).checked).toEqual({ person: {}, columns: {} });
  });

  it('tells all problems at once', () => {
    const { problems } = check({
      names: { latinFamily: '张' }, nationality: 'ZZ', phone: 'call me', organisation: 'a\u202Eb', locale: 'not a tag', languages: ['en', '??'], consents: [{ key: 'Privacy!', textVersion: '1' }],
      travelDocument: { kind: 'PASSPORT', number: 'A1', issuedBy: 'CN', expiresOn: '2020-01-01' }, accessNeeds: 'x'.repeat(1_001),
    });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'names.latinFamily name.not-latin', 'nationality country.unknown', 'phone phone.malformed', 'organisation forbidden-characters', 'accessNeeds too-long', 'locale locale-unknown',
      'languages.1 locale-unknown', 'travelDocument.number document.number', 'travelDocument.expiresOn document.expired', 'consents.Privacy! malformed',
    ]);
  });

  it('keeps when a text was first agreed to, and adds what is agreed to later', () => {
    const consents = [{ key: 'privacy', textVersion: '1', givenAt: '2026-01-01T00:00:00.000Z' }];
    const given = check({ consents: [{ key: 'privacy', textVersion: '1' }, { key: 'photos', textVersion: '3' }] }, { consents }).checked.columns.consents;
    expect(given).toEqual([...consents, { key: 'photos', textVersion: '3', givenAt: now.toISOString() }]);
    expect(check({ consents: [{ key: 'photos', textVersion: '3' }] }, { consents }).checked.columns.consents).toEqual([{ key: 'photos', textVersion: '3', givenAt: now.toISOString() }]);
    expect(check({ consents: [{ key: 'privacy', textVersion: '2' }] }, { consents }).checked.columns.consents).toEqual([{ key: 'privacy', textVersion: '2', givenAt: now.toISOString() }]);
  });

  it('gives a verdict on anything, and never a fault', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 50 }), { nil: null });
    const input = fc.record({
      organisation: text, jobTitle: text, phone: text, dietaryNeeds: text, accessNeeds: text, locale: text, interpretation: text, nationality: text, residence: text,
      languages: fc.option(fc.array(fc.string()), { nil: null }),
    }, { requiredKeys: [] });
    fc.assert(fc.property(input, (typed) => {
      const { checked, problems } = check(typed);
      for (const { path } of problems) expect(Object.keys(typed)).toContain(path.split('.')[0]);
      for (const value of Object.values(checked.columns)) expect(JSON.stringify(value)).not.toMatch(/\\u0000/);
    }));
  });
});

describe('what is missing', () => {
  const person = { hasNames: true, nationality: 'CN', residence: 'CN', hasDocument: true };
  const consents = [{ key: 'privacy', textVersion: '1', givenAt: now.toISOString() }];

  it('is what the category asks for', () => {
    const nothing = { person: { hasNames: false, nationality: null, residence: null, hasDocument: false }, consents: [] };
    expect(missingDetails(nothing, { asksTravelDocument: true }).map(({ path }) => path)).toEqual(['names', 'nationality', 'residence', 'travelDocument', 'consents.privacy']);
    expect(missingDetails(nothing, { asksTravelDocument: false }).map(({ path }) => path)).toEqual(['names', 'consents.privacy']);
    expect(missingDetails({ person, consents }, { asksTravelDocument: true })).toEqual([]);
  });

  it('is little in a draft, and never told twice', () => {
    expect(missingInDraft({ ...person, hasNames: false }, false)).toEqual([]);
    expect(missingInDraft({ ...person, hasNames: false }, true)).toEqual([{ path: 'names', code: 'required' }]);
    expect(withoutRepeats([{ path: 'names.latinFamily', code: 'name.not-latin' }, { path: 'names', code: 'required' }])).toHaveLength(1);
  });
});

describe('answers given later', () => {
  it('replace those to the same question; an empty one takes it back', () => {
    const earlier = [{ question: 'a', text: 'one' }, { question: 'b', yes: true }];
    expect(mergedAnswers(earlier, undefined)).toEqual(earlier);
    expect(mergedAnswers(earlier, null)).toEqual([]);
    expect(mergedAnswers(earlier, [{ question: 'a', text: 'two', choices: null }, { question: 'b' }, { question: 'c', country: 'cn' }])).toEqual([{ question: 'a', text: 'two' }, { question: 'c', country: 'CN' }]);
  });
});
