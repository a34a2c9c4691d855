export const TEXT_COLUMNS = 72;

// East Asian wide and fullwidth characters (UAX #11) take two columns.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;
// What may not begin a line, and what may not end one (as Chinese printing has it, GB/T 15834).
const NO_START = /^[,.;:!?)\]}%…’”。，、；：？！）》〉」』】〕％·～—]/u;
const NO_END = /[([{‘“（《〈「『【〔]$/u;

export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}

/** Breaks a paragraph into lines of at most `width` columns, between words as the language has them; its own breaks stay. */
export function wrap(text: string, locale: string, width = TEXT_COLUMNS): string {
  return text.split(/\r?\n/).map((line) => wrapLine(line, locale, width)).join('\n');
}

function wrapLine(text: string, locale: string, width: number): string {
  if (columnsOf(text) <= width) return text.trimEnd();
  const wrapped: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, locale)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > width) {
      wrapped.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...wrapped, line.trimEnd()].join('\n');
}

// Words with the space after them and the punctuation that clings to them; addresses and links stay whole.
function piecesOf(text: string, locale: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenterOf(locale).segment(text)) {
    const last = pieces.at(-1);
    const clings = last !== undefined && (
      NO_START.test(segment) || NO_END.test(last) || /^\s+$/u.test(segment)
      || (!/\s$/u.test(last) && !hasWide(last) && !hasWide(segment)));
    if (clings) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

function hasWide(text: string): boolean {
  return [...text].some((character) => WIDE.test(character));
}
