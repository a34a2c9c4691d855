import { direction, isLocale } from '#i18n';
import type { Locale } from '#i18n';
import { Html, html } from '../look/html.js';
import { DAY } from '../look/palette.js';
import { layoutPieces } from '../look/shell.js';
import { FOOTER_WORDS } from './footer-words.js';
import type { FilledText, MailingContent } from './mailing-press.js';

/** What the layout says beside the letter's own content. */
export interface LayoutContent {
  readonly content: MailingContent;
  /** Whose letter it is. */
  readonly sender: string;
  readonly address: string;
  /** Where the reader gets out. */
  readonly unsubscribeUrl: string;
}

const PADDING = '&#847;&zwnj;&nbsp;'.repeat(60);

/** The layout of mailings in one language. What is the same in all its letters is one array, so that it is encoded once. */
export class MailingLayout {
  private readonly pieces: readonly string[];
  private readonly words;
  /** The layout around each fixed body, whole. */
  private readonly merged = new WeakMap<readonly string[], readonly string[]>();
  private readonly mergedTexts = new WeakMap<readonly string[], readonly string[]>();

  constructor(locale: string) {
    const known: Locale = isLocale(locale) ? locale : 'en';
    this.words = FOOTER_WORDS[known];
    const setting = { direction: direction(locale), leading: locale.startsWith('zh') ? 1.85 : 1.6 };
    this.pieces = layoutPieces(known, setting, (slot) => html`${slot('sentTo')}<br><a class="faded" href="${slot('wayOut')}" style="color:${DAY.faded};text-decoration:underline">${this.words.unsubscribe}</a>`);
  }

  html({ content, sender, address, unsubscribeUrl }: LayoutContent): FilledText {
    const filled: Record<string, string> = {
      subject: html`${content.subject}`.source,
      preheader: html`${content.preheader}${new Html(PADDING)}`.source,
      sender: html`${sender}`.source,
      sentTo: html`${this.words.sentTo.replace('{address}', address)}`.source,
      wayOut: html`${unsubscribeUrl}`.source,
    };
    const body = textOf(content.html);
    return { fixed: this.around(body.fixed), filled: this.pieces.flatMap((piece, index) => (index % 2 === 0 ? [] : piece === 'rows' ? body.filled : [filled[piece] ?? ''])) };
  }

  text({ content, sender, address, unsubscribeUrl }: LayoutContent): FilledText {
    const body = textOf(content.text);
    const known = this.mergedTexts.get(body.fixed);
    // The signature line of RFC 3676, 4.3.
    const fixed = known ?? [...body.fixed.slice(0, -1), `${body.fixed.at(-1) ?? ''}\n\n-- \n`, '\n', `\n${this.words.unsubscribe}: `, '\n'];
    if (known === undefined) this.mergedTexts.set(body.fixed, fixed);
    return { fixed, filled: [...body.filled, sender, this.words.sentTo.replace('{address}', address), unsubscribeUrl] };
  }

  /** The layout's fixed parts with those of the body where its rows stand. */
  private around(body: readonly string[]): readonly string[] {
    const known = this.merged.get(body);
    if (known !== undefined) return known;
    const fixed: string[] = [];
    let open = '';
    this.pieces.forEach((piece, index) => {
      if (index % 2 === 0) open += piece;
      else if (piece !== 'rows') {
        fixed.push(open);
        open = '';
      } else {
        body.forEach((part, at) => {
          open += part;
          if (at === body.length - 1) return;
          fixed.push(open);
          open = '';
        });
      }
    });
    fixed.push(open);
    this.merged.set(body, fixed);
    return fixed;
  }
}

// Content that comes as one text has nothing fixed that another letter would share.
function textOf(content: string | FilledText): FilledText {
  return typeof content === 'string' ? { fixed: NOTHING, filled: [content] } : content;
}

const NOTHING: readonly string[] = ['', ''];
