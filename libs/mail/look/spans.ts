import type { Span } from '../letter.js';
import { html, lines, link } from './html.js';
import type { Html } from './html.js';
import { DAY } from './palette.js';

/** Running text as HTML: each span escaped, its line breaks kept. */
export function spansHtml(spans: readonly Span[]): readonly Html[] {
  return spans.map((span) => {
    const strong = span.isStrong === true ? html`<strong>${lines(span.text)}</strong>` : lines(span.text);
    const shown = span.isEmphasised === true ? html`<em>${strong}</em>` : strong;
    return span.url === undefined ? shown : html`<a class="accent-text" href="${link(span.url)}" target="_blank" style="color:${DAY.accentText};text-decoration:underline">${shown}</a>`;
  });
}

/** The same as plain text; an address that is not its own label stands behind it in angle brackets (RFC 3986, C). */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ text, url }) => (url === undefined || url === text || url === `mailto:${text}` ? text : `${text} <${url}>`)).join('');
}
