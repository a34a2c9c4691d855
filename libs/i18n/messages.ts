import type { MessageKey } from './en/index.js';

/** Messages of one part of the house: key to ICU MessageFormat (formatted by intl-messageformat). */
export type Messages = Readonly<Record<string, string>>;

/** The same keys in another language: a missing or an additional key does not compile. */
export type TranslationOf<English extends Messages> = { readonly [Key in keyof English]: string };

/** A language that lacks texts, which fall back; a key that English does not have fails to compile. */
export type Translation = Readonly<Partial<Record<MessageKey, string>>>;
