import { Converter } from 'opencc-js';
import { simplifiedChinese } from '../zh-Hans/index.js';
import type { MessageKey } from '../en/index.js';
import { MENDED_TERMS, MENDED_TEXTS } from './traditional-terms.js';

// The package's own types cannot be resolved by NodeNext; this is their one line that is used here.
const makeConverter = Converter as unknown as (options: { readonly from: 'cn'; readonly to: 'twp' }) => (text: string) => string;
const convert = makeConverter({ from: 'cn', to: 'twp' });
const terms = Object.entries(MENDED_TERMS).sort(([one], [other]) => other.length - one.length);

/** One text in traditional characters, in terms that readers in Taiwan, Hong Kong, Macao and overseas all know. Placeholders stay. */
export function traditional(text: string): string {
  return text.split(PLACEHOLDER).map((piece, index) => (index % 2 === 1 ? piece : mended(convert(piece)))).join('');
}

// A name in braces or a keyword of ICU: plain Latin words, which the converter would leave alone; told apart all the same.
const PLACEHOLDER = /(\{\w+(?:, \w+)?\}?)/u;

function mended(text: string): string {
  return terms.reduce((found, [from, to]) => found.replaceAll(from, to), text);
}

/** The traditional catalogue as it follows from the simplified one. */
export function traditionalCatalogue(): Readonly<Record<MessageKey, string>> {
  const pairs = (Object.keys(simplifiedChinese) as MessageKey[]).map((key) => [key, MENDED_TEXTS[key] ?? traditional(simplifiedChinese[key])] as const);
  return Object.fromEntries(pairs) as Record<MessageKey, string>;
}

/** The source of zh-Hant/traditional.gen.ts. */
export function traditionalSource(): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  const lines = Object.entries(traditionalCatalogue()).map(([key, text]) => `  ${quoted(key)}: ${quoted(text)},`);
  return [
    "import type { Translation } from '../messages.js';", '',
    '/** Written by `npm run traditional` from zh-Hans; what reads badly is mended in testing/traditional-terms.ts. */',
    'export const traditionalChinese: Translation = {', ...lines, '};', '',
  ].join('\n');
}
