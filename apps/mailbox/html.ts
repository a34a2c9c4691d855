/** A piece of HTML whose values were escaped when it was made. */
export class Html {
  constructor(readonly text: string) {}
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Value = Html | string | number | null | undefined | false | readonly Html[];

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map((piece) => piece.text).join('');
  return value.toString().replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Template tag: every value is escaped unless it is Html already. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((text, index) => text + (index < values.length ? written(values[index]) : '')).join(''));
}
