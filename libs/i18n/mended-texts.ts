import type { MessageKey } from './en/index.js';
import type { Locale } from './locales.js';

/** A text that this installation says otherwise than the catalogue that was shipped. */
export interface MendedText {
  readonly locale: Locale;
  readonly key: MessageKey;
  readonly text: string;
}

let mended: ReadonlyMap<string, string> = new Map();
let version = 0;

/** Takes the place of all mended texts that were in use; what was compiled or printed from others is out of date. */
export function useMendedTexts(texts: readonly MendedText[]): void {
  mended = new Map(texts.map(({ locale, key, text }) => [`${locale} ${key}`, text]));
  version += 1;
}

/** What this installation says, or nothing where it says what was shipped. */
export function mendedText(locale: Locale, key: MessageKey): string | undefined {
  return mended.get(`${locale} ${key}`);
}

/** Changes with the texts in use: who keeps something made of them makes it anew. */
export function textsVersion(): number {
  return version;
}
