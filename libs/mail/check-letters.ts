import { COMPLETE_LOCALES } from '#i18n';
import type { Locale } from '#i18n';
import type { Letter } from './letter.js';
import type { LetterPress } from './letter-press.js';

/** Prints every letter from its samples; a line for each that cannot be printed. Tests ask it of all letters in all languages. */
export function checkLetters(press: LetterPress, letters: readonly Letter<object>[], locales: readonly Locale[] = COMPLETE_LOCALES): readonly string[] {
  return letters.flatMap((letter) => locales.flatMap((locale) => letter.samples.flatMap((sample) => {
    try {
      const { subject, text } = press.print(letter, sample, { email: 'reader@example.org', name: 'Reader', locale, from: null });
      return subject.trim() === '' || text.trim() === '' ? [`${letter.kind} in ${locale}: has no subject or no text`] : [];
    } catch (fault) {
      return [`${letter.kind} in ${locale}: ${fault instanceof Error ? fault.message : String(fault)}`];
    }
  })));
}
