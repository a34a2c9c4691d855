import { IntlMessageFormat } from 'intl-messageformat';

/** English with marks around every text of a catalogue: what is seen without them was written into a page (CLDR's pseudo-locale). */
export const PSEUDO_LOCALE = 'en-XA';
const [OPEN, CLOSE] = ['⟦', '⟧'];

let isAllowed = false;

/** For tests; without it the tag is a language that nobody knows. */
export function allowPseudoLocale(): void {
  isAllowed = true;
}

export function isPseudoLocale(locale: string): boolean {
  return isAllowed && locale === PSEUDO_LOCALE;
}

const ACCENTED = new Map([...'aeiouycnszAEIOUYCNSZ'].map((letter, index) => [letter, [...'áéíóúýçñšžÁÉÍÓÚÝÇÑŠŽ'][index] ?? letter]));

/** The message as a stranger's: its own words accented and marked, what it is filled with untouched. */
export function pseudoMessage(message: IntlMessageFormat): IntlMessageFormat {
  const ast = structuredClone(message.getAst());
  accent(ast);
  return new IntlMessageFormat([literal(OPEN), ...ast, literal(CLOSE)], message.resolvedOptions().locale, undefined, { ignoreTag: true });
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

function literal(value: string): Ast[number] {
  return { type: 0, value };
}

function accent(elements: readonly object[]): void {
  for (const element of elements) {
    if ('type' in element && element.type === 0 && 'value' in element && typeof element.value === 'string') {
      Object.assign(element, { value: [...element.value].map((letter) => ACCENTED.get(letter) ?? letter).join('') });
    }
    if ('options' in element) for (const option of Object.values(element.options as Readonly<Record<string, { value: object[] }>>)) accent(option.value);
  }
}
