import { afterEach, describe, expect, it } from '@jest/globals';
import { isolated, isolatedOwn } from './isolate.js';
import { mendedText, useMendedTexts } from './mended-texts.js';
import { allowPseudoLocale, isPseudoLocale } from './pseudo-locale.js';
import { t } from './translate.js';

afterEach(() => { useMendedTexts([]); });

describe('a mended text', () => {
  it('takes the place of the shipped one at once, and gives it back', () => {
    expect(t('fr', 'web.search')).toBe('Rechercher');
    useMendedTexts([{ locale: 'fr', key: 'web.search', text: 'Chercher' }]);
    expect([t('fr', 'web.search'), t('fr-CA', 'web.search'), t('es', 'web.search')]).toEqual(['Chercher', 'Chercher', 'Buscar']);
    useMendedTexts([]);
    expect([t('fr', 'web.search'), mendedText('fr', 'web.search')]).toEqual(['Rechercher', undefined]);
  });

  it('that asks for what nobody gives yields to English instead of failing', () => {
    useMendedTexts([{ locale: 'fr', key: 'web.visits.until', text: 'Avant {instant}' }, { locale: 'en', key: 'web.visits.until', text: 'By {instant}' }]);
    expect(t('fr', 'web.visits.until', { moment: 'noon' })).toBe('Can be booked until noon');
    expect(t('en', 'web.visits.until', { moment: 'noon' })).toBe('Can be booked until noon');
  });
});

describe('plurals', () => {
  const seats = (locale: string, count: number): string => t(locale, 'web.places.remaining', { count, shown: String(count) }).replace(/[\u2066-\u2069]/g, '');

  it('follow each language', () => {
    expect([1, 2, 3, 11, 100].map((count) => seats('ar', count))).toEqual(['بقي مكان واحد', 'بقي مكانان', 'بقيت 3 أماكن', 'بقي 11 مكانًا', 'بقي 100 مكان']);
    expect([1, 2, 5, 21].map((count) => seats('ru', count))).toEqual(['Осталось 1 место', 'Осталось 2 места', 'Осталось 5 мест', 'Осталось 21 место']);
  });
});

describe('a language that is read from right to left', () => {
  it('keeps what it is filled with from turning the words around it', () => {
    expect(t('ar', 'letter.registration.hello', { name: 'Lin' })).toBe('تحية طيبة \u2068Lin\u2069،');
    expect(t('ar', 'letter.agenda.turn-moved.look', { kind: 'CATEGORY' })).toBe('عرض تسجيلي');
    expect([isolated('ar', 'Lin'), isolated('ar', ''), isolated('fr', 'Lin'), isolatedOwn('ar', '1 يناير')]).toEqual(['\u2068Lin\u2069', '', 'Lin', '\u20671 يناير\u2069']);
    expect(t('fr', 'letter.registration.hello', { name: 'Lin' })).toBe('Bonjour Lin,');
  });
});

describe('the pseudo-locale', () => {
  it('is a language that nobody knows until it is allowed, then English with marks and untouched values', () => {
    expect([isPseudoLocale('en-XA'), t('en-XA', 'web.visits.until', { moment: 'noon' })]).toEqual([false, 'Can be booked until noon']);
    allowPseudoLocale();
    expect([isPseudoLocale('en-XA'), isPseudoLocale('en')]).toEqual([true, false]);
    expect(t('en-XA', 'web.visits.guide', { languages: 'Chinese' })).toBe('⟦Gúídé: Chinese⟧');
    expect(seats(1)).toBe('⟦1 pláçé léft⟧');
  });
  const seats = (count: number): string => t('en-XA', 'web.places.remaining', { count, shown: String(count) });
});
