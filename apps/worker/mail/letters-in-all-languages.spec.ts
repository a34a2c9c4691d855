import { describe, expect, it } from '@jest/globals';
import { direction, isMessageKey, LOCALES } from '#i18n';
import type { Locale } from '#i18n';
import { checkLetters, LetterPress } from '#mail';
import { KeyRing, LinkTokens, settingsFrom } from '#platform';
import { allLetters } from './letters-of-the-house.js';

const settings = settingsFrom({ DATABASE_URL: 'postgres://localhost/none', SMTP_URL: 'smtp://localhost', SECRET_KEY: 'k'.repeat(32), PUBLIC_URL: 'https://conference.example' });
const press = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY)));

describe('every letter of the house', () => {
  it('can be printed in every language', () => {
    expect(allLetters().length).toBeGreaterThan(25);
    expect(checkLetters(press, allLetters(), LOCALES)).toEqual([]);
  });

  it('has a name in the console', () => {
    expect(allLetters().filter(({ kind }) => !isMessageKey(`console.letter.${kind}`)).map(({ kind }) => kind)).toEqual([]);
  });

  it.each<[Locale, RegExp]>([['ar', /\p{Script=Arabic}/u], ['ru', /\p{Script=Cyrillic}/u], ['th', /\p{Script=Thai}/u], ['zh-Hant', /[您報會與團預訂請時]/u]])('is written in the script of its reader: %s', (locale, script) => {
    for (const letter of allLetters().filter(({ kind }) => /^(identity|registration|agenda|visits|programme)\./.test(kind))) {
      const [sample] = letter.samples;
      if (sample === undefined) throw new Error(`${letter.kind} has no sample`);
      const { text, html, locale: written } = press.print(letter, sample, { email: 'reader@example.org', name: 'Reader', locale, from: null });
      expect([letter.kind, written, script.test(text)]).toEqual([letter.kind, locale, true]);
      expect(html).toContain(`<html lang="${locale}" dir="${direction(locale)}"`);
    }
  });
});
