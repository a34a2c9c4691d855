import { describe, expect, it } from '@jest/globals';
import { localeOfPath, localesFor, pathIn, staffPathFor, textsFor } from './texts.js';

describe('the languages of a page', () => {
  it('are all, those of its conference first, in the order of the house', () => {
    expect(localesFor('/en/conferences/chongqing', ['fr', 'zh-Hans', 'tlh']).slice(0, 4)).toEqual(['zh-Hans', 'fr', 'en', 'zh-Hant']);
    expect(localesFor('/en')).toHaveLength(11);
  });

  it('are those of the console on pages of staff, which lead there from any other', () => {
    expect(localesFor('/en/console/conferences')).toEqual(['en', 'zh-Hans', 'zh-Hant']);
    expect([staffPathFor('fr', '/fr/console'), staffPathFor('ar', '/ar/staff/sign-in'), staffPathFor('zh-Hant', '/zh-Hant/console'), staffPathFor('fr', '/fr/conferences/staff')])
      .toEqual(['/en/console', '/en/staff/sign-in', undefined, undefined]);
  });

  it('stand in its address', () => {
    expect([localeOfPath('/vi/me'), localeOfPath('/xx/me'), localeOfPath('/'), localeOfPath('/en-XA')]).toEqual(['vi', undefined, undefined, undefined]);
    expect([pathIn('th', '/ar/me'), pathIn('th', '/graphql')]).toEqual(['/th/me', '/th']);
  });
});

describe('what organisers wrote', () => {
  it('is said in the reader’s language as far as there is, and kept apart on a page that runs the other way', () => {
    const title = { 'en': 'Ports', 'zh-Hans': '港口' };
    expect([textsFor('fr').own(title), textsFor('zh-Hant').own(title), textsFor('ar').own(title), textsFor('ar').own(null)]).toEqual(['Ports', '港口', '\u2068Ports\u2069', '']);
    expect(textsFor('es').percent(0.999)).toMatch(/^99\s?%$/);
  });
});
