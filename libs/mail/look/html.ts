const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is HTML already; only `html` makes it, so that nothing reaches a letter unescaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = string | number | Html | readonly Html[];

/** A template whose parts are escaped unless they are Html themselves; attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((source, text, index) => source + text + (index < parts.length ? sourceOf(parts[index] ?? '') : ''), ''));
}

function sourceOf(part: Part): string {
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map((one) => one.source).join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Escaped text whose line breaks stay. */
export function lines(text: string): Html {
  return new Html(sourceOf(text).replace(/\r?\n/g, '<br>'));
}

/** A link that leads to a page or a mailbox. @throws Error for any other scheme, such as javascript: */
export function link(url: string): string {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'mailto:') throw new Error(`a letter may not link to ${protocol}`);
  return url;
}
