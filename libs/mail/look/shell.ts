import { direction, t } from '#i18n';
import type { Locale } from '#i18n';
import { Html, html } from './html.js';
import type { Setting } from './html-blocks.js';
import { DAY, fontsFor, leadingFor, NIGHT } from './palette.js';

/** What differs from letter to letter. */
export interface ShellContent {
  readonly subject: string;
  readonly preheader: string;
  /** Whose letter it is, at its head. */
  readonly sender: string;
  readonly address: string;
  readonly home: string;
  readonly rows: readonly Html[];
}

type SlotName = 'subject' | 'preheader' | 'sender' | 'rows' | 'sentTo' | 'home';
const MARK = '\u0001';

/** A place of the layout that each letter fills. */
function slotted(name: string): Html {
  return new Html(`${MARK}${name}${MARK}`);
}

/** The layout with a foot of another kind, cut at its places: text and the name of a place in turn. */
export function layoutPieces(locale: Locale, setting: Setting, foot: (slot: (name: string) => Html) => Html): readonly string[] {
  return layout(locale, setting, foot(slotted)).source.split(MARK);
}

/** The layout of letters in one language: rendered once, then cut at its slots, so that a letter costs a few joins. */
export class Shell {
  readonly setting: Setting;
  private readonly pieces: readonly string[];

  constructor(private readonly locale: Locale, textDirection: 'ltr' | 'rtl' = direction(locale)) {
    this.setting = { direction: textDirection, leading: leadingFor(locale) };
    this.pieces = layoutPieces(locale, this.setting, (slot) => html`${slot('sentTo')}<br>${t(locale, 'letter.layout.automatic')}<br>${slot('home')}`);
  }

  fill(content: ShellContent): string {
    const filled: Record<SlotName, Html> = {
      subject: html`${content.subject}`,
      // Mailboxes fill the preview with what follows; these invisible characters keep the letter's body out of it.
      preheader: html`${content.preheader}${new Html('&#847;&zwnj;&nbsp;'.repeat(60))}`,
      sender: html`${content.sender}`,
      rows: html`${content.rows}`,
      sentTo: html`${t(this.locale, 'letter.layout.sent-to', { address: content.address })}`,
      home: html`<a class="faded" href="${content.home}" style="color:${DAY.faded};text-decoration:underline">${new URL(content.home).host}</a>`,
    };
    return this.pieces.map((piece, index) => (index % 2 === 0 ? piece : filled[piece as SlotName].source)).join('');
  }
}

function layout(locale: Locale, { direction: dir }: Setting, foot: Html): Html {
  const fill: (name: SlotName) => Html = slotted;
  const fonts = fontsFor(dir === 'rtl' ? 'ar' : locale);
  return html`<!doctype html>
<html lang="${locale}" dir="${dir}" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${fill('subject')}</title>
${new Html(OUTLOOK_HEAD)}<style>${new Html(STYLE)}</style>
</head>
<body class="desk" style="margin:0;padding:0;width:100%;background:${DAY.desk};-webkit-text-size-adjust:100%;text-size-adjust:100%">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:${DAY.desk};mso-hide:all">${fill('preheader')}</div>
<table role="presentation" class="desk" width="100%" cellpadding="0" cellspacing="0" border="0" dir="${dir}" style="width:100%;background:${DAY.desk}"><tr>
<td class="margin" align="center" style="padding:32px 16px 40px;font-family:${fonts}">
${new Html(OUTLOOK_OPEN)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;font-family:${fonts}">
<tr><td class="paper line" style="background:${DAY.paper};border:1px solid ${DAY.line};border-radius:14px;overflow:hidden">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%">
<tr><td class="accent" height="6" bgcolor="${DAY.accent}" style="height:6px;line-height:6px;font-size:0;background:${DAY.accent};border-radius:13px 13px 0 0">&nbsp;</td></tr>
<tr><td class="pad head line" style="padding:26px 40px 22px;border-bottom:1px solid ${DAY.line}">
<p class="accent-text" style="margin:0;font-size:16px;line-height:1.45;font-weight:700;color:${DAY.accentText}"><bdi>${fill('sender')}</bdi></p>
</td></tr>
<tr><td class="pad" style="padding:30px 40px 22px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%">${fill('rows')}</table>
</td></tr>
</table>
</td></tr>
<tr><td class="pad foot" align="center" style="padding:22px 40px 0">
<p class="faded" style="margin:0;font-size:13px;line-height:1.7;color:${DAY.faded}">${foot}</p>
</td></tr>
</table>${new Html(OUTLOOK_CLOSE)}
</td></tr></table>
</body>
</html>
`;
}

const nightRules = (prefix: string): string => [
  `${prefix} .desk{background:${NIGHT.desk} !important}`,
  `${prefix} .paper{background:${NIGHT.paper} !important}`,
  `${prefix} .panel{background:${NIGHT.panel} !important}`,
  `${prefix} .line{border-color:${NIGHT.line} !important}`,
  `${prefix} .ink{color:${NIGHT.ink} !important}`,
  `${prefix} .faded{color:${NIGHT.faded} !important}`,
  `${prefix} .accent{background:${NIGHT.accent} !important}`,
  `${prefix} .on-accent{color:${NIGHT.onAccent} !important}`,
  `${prefix} .accent-text{color:${NIGHT.accentText} !important}`,
].join('\n');

// Fixed text: no letter's content ever enters it.
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:${DAY.accentText}}
p,h2,td,th{text-wrap:pretty;text-autospace:normal}
@media (max-width:480px){
.margin{padding:12px 8px 28px !important}
.pad{padding-left:22px !important;padding-right:22px !important}
.head{padding-top:20px !important;padding-bottom:16px !important}
.wide{width:100% !important}
.fact-label,.fact-value{display:block !important;width:auto !important;padding-left:16px !important;padding-right:16px !important}
.fact-label{padding-top:11px !important;padding-bottom:0 !important}
.fact-value{border-top:0 !important;padding-top:2px !important;font-size:16px !important}
}
@media (prefers-color-scheme:dark){
${nightRules('')}
}
${nightRules('[data-ogsc]')}
`;
const OUTLOOK_HEAD = '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->\n';
const OUTLOOK_OPEN = '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->\n';
const OUTLOOK_CLOSE = '\n<!--[if mso]></td></tr></table><![endif]-->';
