/** Messages of one part of the house: key to ICU MessageFormat (formatted by intl-messageformat). */
export type Messages = Readonly<Record<string, string>>;

/** The same keys in another language: a missing or an additional key does not compile. */
export type TranslationOf<English extends Messages> = { readonly [Key in keyof English]: string };
