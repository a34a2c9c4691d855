import { IntlMessageFormat } from 'intl-messageformat';
import { direction } from './locales.js';

const [FIRST_STRONG, RIGHT_TO_LEFT, POP] = ['\u2068', '\u2067', '\u2069'];

/**
 * Foreign words on a page that is read from right to left, kept from pulling the numbers and full stops beside them to the
 * wrong side (UAX 9, 2.4: explicit isolates). Pages in other directions stay as they are.
 */
export function isolated(locale: string, text: string): string {
  return direction(locale) === 'rtl' && text !== '' ? `${FIRST_STRONG}${text}${POP}` : text;
}

/** The same for what Intl writes in the reader's own language, which begins with a number that has no direction. */
export function isolatedOwn(locale: string, text: string): string {
  return direction(locale) === 'rtl' && text !== '' ? `${RIGHT_TO_LEFT}${text}${POP}` : text;
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The message with everything that it is filled with isolated, where its language is read from right to left. */
export function isolating(locale: string, message: IntlMessageFormat): IntlMessageFormat {
  if (direction(locale) !== 'rtl') return message;
  return new IntlMessageFormat(withIsolates(structuredClone(message.getAst())), message.resolvedOptions().locale, undefined, { ignoreTag: true });
}

function withIsolates(elements: Ast): Ast {
  return elements.flatMap((element): Ast => {
    if ('options' in element) for (const option of Object.values(element.options)) option.value = withIsolates(option.value);
    const kind: number = element.type;
    return kind === ARGUMENT ? [{ type: LITERAL, value: FIRST_STRONG }, element, { type: LITERAL, value: POP }] : [element];
  });
}

/** Kinds of parts in a parsed message (@formatjs/icu-messageformat-parser, TYPE). */
const LITERAL = 0;
const ARGUMENT = 1;
