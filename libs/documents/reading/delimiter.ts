export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const LINES = 50;

/** What Excel writes above a table to say its delimiter. */
const SAID = /^\ufeff?sep=(.)\r?\n/;

export function saidDelimiter(text: string): string | undefined {
  return SAID.exec(text)?.[1];
}

/**
 * The delimiter of a text table: the one that stands as often in most lines as it does in the first, outside of quotation
 * marks; the comma where none does, since a table of one column has none.
 */
export function delimiterOf(text: string): string {
  const said = saidDelimiter(text);
  if (said !== undefined) return said;
  const counts = countsPerLine(text);
  const scores = delimiters.map((delimiter, at) => {
    const inFirst = counts[0]?.[at] ?? 0;
    const alike = counts.filter((line) => line[at] === inFirst).length;
    return { delimiter, score: inFirst === 0 ? 0 : alike / counts.length + inFirst / 1_000 };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? ',' : best.delimiter;
}

/** How often each delimiter stands in each of the first lines; a line break within quotation marks ends no line. */
function countsPerLine(text: string): readonly (readonly number[])[] {
  const lines: number[][] = [];
  let line: number[] = delimiters.map(() => 0);
  let isQuoted = false;
  let isEmpty = true;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === '\n' && !isQuoted) {
      if (!isEmpty) lines.push(line);
      if (lines.length >= LINES) return lines;
      [line, isEmpty] = [delimiters.map(() => 0), true];
      continue;
    }
    if (letter !== '\r') isEmpty = false;
    const at = delimiters.indexOf(letter as Delimiter);
    if (at >= 0 && !isQuoted) line[at] = (line[at] ?? 0) + 1;
  }
  if (!isEmpty) lines.push(line);
  return lines;
}
