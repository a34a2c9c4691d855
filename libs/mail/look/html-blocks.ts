import type { Block, Span } from '../letter.js';
import { html, lines, link } from './html.js';
import type { Html } from './html.js';
import { DAY } from './palette.js';
import { spansHtml } from './spans.js';

/** How a language is set: its direction and its leading, which Chinese needs more of. */
export interface Setting {
  readonly direction: 'ltr' | 'rtl';
  readonly leading: number;
}

/** One block of a letter as rows of the layout's table. `pictureOf` gives the address of a QR code's attached picture. */
export function blockRow(block: Block, setting: Setting, pictureOf: (text: string) => string): Html {
  if ('p' in block) return row(paragraph(lines(block.p), setting), '0 0 16px');
  if ('rich' in block) return row(paragraph(spansHtml(block.rich), setting), '0 0 16px');
  if ('list' in block) return row(list(block.list, setting), '0 0 16px');
  if ('rule' in block) return row(html`<div class="line" style="border-top:1px solid ${DAY.line};font-size:0;line-height:0">&nbsp;</div>`, '10px 0 22px');
  if ('heading' in block) {
    return row(html`<h2 class="ink" style="margin:0;font-size:19px;line-height:1.4;font-weight:700;color:${DAY.ink}">${lines(block.heading)}</h2>`, '12px 0 10px');
  }
  if ('button' in block) return row(button(block.button.label, block.button.url), '10px 0 26px');
  if ('facts' in block) return row(factsTable(block.facts, setting), '4px 0 22px');
  if ('note' in block) {
    return row(html`<p class="faded" style="margin:0;font-size:14px;line-height:${setting.leading};color:${DAY.faded}">${lines(block.note)}</p>`, '0 0 14px');
  }
  return row(qrCard(block.qr, pictureOf(block.qr.text)), '6px 0 24px');
}

function row(content: Html, padding: string): Html {
  return html`<tr><td style="padding:${padding}">${content}</td></tr>`;
}

function paragraph(content: Html | readonly Html[], setting: Setting): Html {
  return html`<p class="ink" style="margin:0;font-size:16px;line-height:${setting.leading};color:${DAY.ink}">${content}</p>`;
}

function list({ isOrdered, items }: { readonly isOrdered: boolean; readonly items: readonly (readonly Span[])[] }, setting: Setting): Html {
  const inset = setting.direction === 'rtl' ? 'padding:0 24px 0 0' : 'padding:0 0 0 24px';
  const style = `margin:0;${inset};font-size:16px;line-height:${setting.leading};color:${DAY.ink}`;
  const rows = items.map((item) => html`<li style="margin:0 0 6px">${spansHtml(item)}</li>`);
  return isOrdered ? html`<ol class="ink" style="${style}">${rows}</ol>` : html`<ul class="ink" style="${style}">${rows}</ul>`;
}

// The cell carries the colour for Outlook, the link the padding, so that all of it can be tapped.
function button(label: string, url: string): Html {
  return html`<table role="presentation" class="wide" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="accent" align="center" bgcolor="${DAY.accent}" style="border-radius:8px;background:${DAY.accent}">
<a class="on-accent" href="${link(url)}" target="_blank" style="display:block;padding:15px 30px;font-size:17px;line-height:1.3;font-weight:600;color:${DAY.onAccent};text-decoration:none;border-radius:8px">${label}</a>
</td></tr></table>`;
}

function factsTable(facts: readonly { readonly label: string; readonly value: string }[], setting: Setting): Html {
  const start = setting.direction === 'rtl' ? 'right' : 'left';
  const end = setting.direction === 'rtl' ? 'left' : 'right';
  const rows = facts.map(({ label, value }, index) => {
    const rule = index === 0 ? '' : `border-top:1px solid ${DAY.line};`;
    return html`<tr>
<th class="fact-label faded line" scope="row" align="${start}" valign="top" style="${rule}padding:11px 18px;padding-${end}:0;width:32%;font-size:14px;line-height:1.6;font-weight:400;color:${DAY.faded}">${label}</th>
<td class="fact-value ink line" align="${start}" valign="top" style="${rule}padding:11px 18px;font-size:15px;line-height:1.55;color:${DAY.ink};word-break:break-word"><bdi>${lines(value)}</bdi></td>
</tr>`;
  });
  return html`<table class="panel line" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:separate;background:${DAY.panel};border:1px solid ${DAY.line};border-radius:10px">${rows}</table>`;
}

// White whatever the mailbox's theme: a scanner needs the contrast.
function qrCard(qr: { readonly text: string; readonly alt: string }, picture: string): Html {
  return html`<table role="presentation" align="center" cellpadding="0" cellspacing="0" border="0" style="margin:0 auto"><tr>
<td align="center" bgcolor="#ffffff" style="padding:10px;background:#ffffff;border:1px solid ${DAY.line};border-radius:12px">
<img src="${picture}" width="208" height="208" alt="${qr.alt}" style="display:block;width:208px;height:208px;border:0;image-rendering:pixelated;color:#24201d;font-size:14px">
</td></tr></table>`;
}
