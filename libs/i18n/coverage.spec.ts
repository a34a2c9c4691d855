import { describe, expect, it } from '@jest/globals';
import { checkCatalogues, houseCatalogues } from './check-catalogues.js';
import { coverage, coverageOf } from './coverage.js';
import { isPublicKey, publicKeys } from './public-keys.js';

/** New texts come in English and Chinese first; the other languages follow within days and fall back until then. */
const LEAST_WRITTEN = 0.95;

describe('the languages', () => {
  it('say in their own words what delegates read; `npm run languages` lists the rest', () => {
    const behind = coverage().filter(({ wanted, missing }) => wanted - missing.length < LEAST_WRITTEN * wanted)
      .map(({ locale, wanted, missing }) => `${locale} lacks ${missing.length} of ${wanted}: ${missing.slice(0, 20).join(', ')}`);
    expect(behind).toEqual([]);
  });

  it('are read once, since anybody may ask how far they are', () => {
    expect(coverageOf('fr')).toBe(coverageOf('fr'));
  });

  it('parse, know every key, and use the placeholders that English gives', () => {
    expect(checkCatalogues(houseCatalogues())).toEqual([]);
  });
});

describe('what delegates read', () => {
  it('is told apart from what staff read', () => {
    const keys = ['web.home.title', 'letter.registration.hello', 'refusal.places.full', 'problem.required', 'web.staff.title', 'console.title', 'manifest.title', 'warning.programme.forum-overlap', 'export.registration.code'];
    expect(keys.map(isPublicKey)).toEqual([true, true, true, true, false, false, false, false, false]);
    expect(publicKeys().length).toBeGreaterThan(500);
  });
});
