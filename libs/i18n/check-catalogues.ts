import { catalogueOf } from './catalogues.js';
import type { Catalogue } from './catalogues.js';
import { english, englishParts } from './en/index.js';
import { COMPLETE_LOCALES, LOCALES } from './locales.js';
import type { Locale } from './locales.js';
import { compileText } from './translate.js';

export interface CatalogueSet {
  readonly english: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly others: readonly { readonly locale: Locale; readonly isComplete: boolean; readonly texts: Readonly<Record<string, string>> }[];
}

/** The catalogues of the house as the check reads them, in all languages or in some. */
export function houseCatalogues(locales: readonly Locale[] = LOCALES): CatalogueSet {
  const complete: readonly string[] = COMPLETE_LOCALES;
  const textsOf = (catalogue: Catalogue): Record<string, string> =>
    Object.fromEntries(Object.entries(catalogue).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const others = locales.filter((locale) => locale !== 'en')
    .map((locale) => ({ locale, isComplete: complete.includes(locale), texts: textsOf(catalogueOf(locale)) }));
  return { english, parts: englishParts, others };
}

/** A line for each text that a complete language lacks. Asked at boot, where to read the texts themselves would be too long. */
export function missingTexts(set: CatalogueSet = houseCatalogues(COMPLETE_LOCALES)): readonly string[] {
  return set.others.filter(({ isComplete }) => isComplete).flatMap(({ locale, texts }) =>
    Object.keys(set.english).filter((key) => !Object.hasOwn(texts, key)).map((key) => `${locale}: ${key} is missing`));
}

/**
 * What is wrong with the catalogues, a line each: a text that does not parse, a key in two parts, a key that English lacks,
 * a language called complete with a key missing, placeholders that differ from the English ones, the name of a control
 * (`x-named`) that does not begin with the words on it (`x`), by which people who speak to their device call it (WCAG 2.5.3).
 * Asked by tests, for all languages.
 */
export function checkCatalogues(set: CatalogueSet = houseCatalogues()): readonly string[] {
  const problems: string[] = [];
  const keys = Object.values(set.parts).flatMap((part) => Object.keys(part));
  for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index))) problems.push(`${key} stands in two parts`);
  const needed = new Map(Object.entries(set.english).map(([key, text]) => [key, placeholdersOf('en', text)]));
  for (const [key, found] of needed) if (found === undefined) problems.push(`en: ${key} does not parse`);
  problems.push(...namedOtherwise('en', set.english));
  problems.push(...missingTexts(set));
  for (const { locale, texts } of set.others) {
    problems.push(...namedOtherwise(locale, texts));
    for (const [key, text] of Object.entries(texts)) {
      const problem = problemOf(placeholdersOf(locale, text), needed, key);
      if (problem !== undefined) problems.push(`${locale}: ${key} ${problem}`);
    }
  }
  return problems;
}

function namedOtherwise(locale: string, texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([key, name]) => {
    const words = key.endsWith('-named') ? texts[key.replace(/-named$/, '')] : undefined;
    return words === undefined || name.startsWith(words) ? [] : [`${locale}: ${key} does not begin with the words on the control`];
  });
}

function problemOf(found: ReadonlySet<string> | undefined, needed: ReadonlyMap<string, ReadonlySet<string> | undefined>, key: string): string | undefined {
  if (!needed.has(key)) return 'is not an English key';
  if (found === undefined) return 'does not parse';
  const wanted = needed.get(key);
  // A language may say less (Chinese needs no number for "one"), but never more than it is given.
  const foreign = [...found].filter((name) => wanted?.has(name) === false);
  return foreign.length === 0 ? undefined : `uses {${foreign.join('}, {')}}, which English does not give`;
}

/** The names of a text's placeholders, those of its branches too; nothing where it does not parse. */
export function placeholdersOf(locale: Locale, text: string): ReadonlySet<string> | undefined {
  try {
    const names = new Set<string>();
    collect(compileText(locale, text).getAst(), names);
    return names;
  } catch {
    return undefined;
  }
}

function collect(elements: readonly object[], names: Set<string>): void {
  for (const element of elements) {
    const isLiteral = 'type' in element && (element.type === 0 || element.type === 7);
    if (!isLiteral && 'value' in element && typeof element.value === 'string') names.add(element.value);
    if ('options' in element && typeof element.options === 'object' && element.options !== null) {
      for (const option of Object.values(element.options) as { value: object[] }[]) collect(option.value, names);
    }
  }
}
