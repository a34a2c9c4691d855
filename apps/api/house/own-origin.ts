/** The styles that bull-board's own scripts set into its page, by what they are (CSP 3, 8.4): a drawing's, and that of its hidden scrollbars. */
const STYLES_OF_ITS_SCRIPTS = ["'sha256-r2N1TB/gHbBtBZFKg7ejmq1acVSREzucTAEw6ga4hoU='", "'sha256-kLmvWqfziFavKtqHqRsb90f006UAK2Dmd0It5Iz2KFA='"].join(' ');

/** Nothing comes from elsewhere, runs from within the page, or goes out; nobody frames it. Styles set by scripts need no permission (CSSOM). */
export const OWN_ORIGIN_POLICY = [
  "default-src 'none'", "script-src 'self'", `style-src 'self' ${STYLES_OF_ITS_SCRIPTS}`, "img-src 'self' data:", "connect-src 'self'", "base-uri 'self'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

const STRANGE_LINK = /<link\b[^>]*\bhref="https?:[^>]*>/g;
const STYLE = /<style\b[^>]*>.*?<\/style>/gs;
const STYLE_ATTRIBUTE = /(<[a-z][^>]*?) style="[^"]*"/g;
/** Whatever would be asked of elsewhere, or would break the policy. */
const LEFT = /\b(?:href|src)="(?:https?:)?\/\/|<style\b|<[^>]* style=|<[^>]* on[a-z]+=|<script\b(?![^>]*(?:\bsrc=|application\/json))/i;

/**
 * bull-board's page without what it asks of others (a font) and without styles of its own within the page. @throws where
 * something of the kind is left: the page has become another, and this is to be read anew.
 */
export function withinOwnOrigin(page: string): string {
  const kept = page.replace(STRANGE_LINK, '').replace(STYLE, '').replace(STYLE_ATTRIBUTE, '$1');
  const [left] = LEFT.exec(kept) ?? [];
  if (left !== undefined) throw new Error(`the page of the queues has something that its policy forbids: ${left.slice(0, 100)}`);
  return kept;
}
