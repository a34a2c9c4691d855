import { IntlMessageFormat } from 'intl-messageformat';
import { catalogueOf } from './catalogues.js';
import { english } from './en/index.js';
import type { MessageKey } from './en/index.js';
import { isolating } from './isolate.js';
import { fallbacksOf } from './locales.js';
import type { Locale } from './locales.js';
import { mendedText, textsVersion } from './mended-texts.js';
import { isPseudoLocale, pseudoMessage } from './pseudo-locale.js';

/** What a message may be filled with; dates only by the formats of this lib, which know the time zone. */
export type MessageValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Whether there is a message of this name, for keys that are put together (`refusal.${code}`). */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/** The tag for Intl: Gregorian years and Latin digits everywhere, since `th` and `ar` would count and write otherwise. */
export function intlTag(locale: string): string {
  return `${locale}-u-ca-gregory-nu-latn`;
}

const compiled = new Map<string, IntlMessageFormat>();
let compiledFrom = textsVersion();

/**
 * The message in the reader's language, as this installation mended it, or in the first of its fallbacks that has it. A text
 * that cannot be filled, since it asks for what nobody gives, gives way to the English one that was shipped.
 * @throws Error where a value that the message needs is missing
 */
export function t(locale: string, key: MessageKey, values: MessageValues = {}): string {
  const message = messageOf(locale, key);
  try {
    return String(message.format(values));
  } catch (fault) {
    if (locale === 'en' && mendedText('en', key) === undefined) throw fault;
    return String(compileText('en', english[key]).format(values));
  }
}

function messageOf(locale: string, key: MessageKey): IntlMessageFormat {
  if (compiledFrom !== textsVersion()) {
    compiled.clear();
    compiledFrom = textsVersion();
  }
  const cacheKey = `${locale} ${key}`;
  let message = compiled.get(cacheKey);
  if (message === undefined) {
    message = isPseudoLocale(locale) ? pseudoMessage(compile('en', key)) : compile(locale, key);
    if (compiled.size < 20_000) compiled.set(cacheKey, message);
  }
  return message;
}

function compile(locale: string, key: MessageKey): IntlMessageFormat {
  for (const tag of fallbacksOf(locale)) {
    const text = mendedText(tag, key) ?? catalogueOf(tag)[key];
    if (text !== undefined) return isolating(tag, compileText(tag, text));
  }
  throw new Error(`no message ${key}`);
}

/** Compiles one text of a catalogue; tags such as <b> are plain text here, since escaping is the reader's side. */
export function compileText(locale: Locale, text: string): IntlMessageFormat {
  return new IntlMessageFormat(text, intlTag(locale), undefined, { ignoreTag: true });
}
