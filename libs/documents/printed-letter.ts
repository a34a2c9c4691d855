import { FONT_FAMILIES } from './pdf-fonts.js';
import { typesetter } from './typesetter.js';

/** A piece of a letter on paper, top to bottom. */
export type PrintedPart =
  | { readonly kind: 'text' | 'heading' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'rule' }
  /** Pieces in another language than the letter's own. */
  | { readonly kind: 'language'; readonly locale: string; readonly direction: 'ltr' | 'rtl'; readonly parts: readonly PrintedPart[] };

/** A letter on paper: whose it is, what it is about, and what it says. */
export interface LetterOnPaper {
  readonly letterhead: string;
  readonly underHead: string;
  readonly subject: string;
  readonly parts: readonly PrintedPart[];
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where true, what is too long for one page is set smaller rather than on a second one. */
  readonly isOnePage?: boolean;
}

// Everything that people wrote comes as data and is shown as text: nothing in a name is a command to the typesetter.
const TEMPLATE = `
#let d = json(bytes(sys.inputs.letter))
#let red = rgb("#9b2c22")
#let lang-of(it) = it.locale.split("-").first()
#let dir-of(it) = if it.direction == "rtl" { rtl } else { ltr }
#let leading-of(it) = if lang-of(it) == "zh" { 0.95em } else { 0.75em }
#let (wide, high) = (160mm, 253mm)
#set document(title: d.subject)
#set page(paper: "a4", margin: (x: 25mm, top: 22mm, bottom: 22mm),
  footer: context [#set text(size: 8pt, fill: luma(110)); #d.letterhead #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(font: d.fonts, size: 11pt, lang: lang-of(d), dir: dir-of(d), fallback: false, cjk-latin-spacing: auto)
#set par(leading: leading-of(d), spacing: 1.35em, justify: lang-of(d) != "ar")
#let shown(part) = {
  if part.kind == "text" { par(text(part.text)) }
  else if part.kind == "heading" { v(2mm); text(size: 12.5pt, fill: red, part.text); parbreak() }
  else if part.kind == "note" { par(text(size: 9.5pt, fill: luma(80), part.text)) }
  else if part.kind == "rule" { line(length: 100%, stroke: 0.4pt + luma(170)) }
  else if part.kind == "list" { if part.isOrdered { enum(..part.items.map(item => text(item))) } else { list(..part.items.map(item => text(item))) } }
  else if part.kind == "language" {
    set text(lang: lang-of(part), dir: dir-of(part))
    set par(leading: leading-of(part), justify: lang-of(part) != "ar")
    for inner in part.parts { shown(inner) }
  }
  else {
    set par(justify: false)
    grid(columns: (auto, 1fr), column-gutter: 8mm, row-gutter: 3.2mm, ..part.facts.map(f => (text(fill: luma(90), f.label), text(f.value))).flatten())
  }
}
#let whole = [
  #par(justify: false, text(size: 15pt, fill: red, d.letterhead))
  #v(-1.5mm)
  #text(size: 9.5pt, fill: luma(90))[#d.underHead]
  #v(-1mm)
  #line(length: 100%, stroke: 0.8pt + red)
  #v(4mm)
  #par(justify: false, text(size: 13.5pt, d.subject))
  #v(1mm)
  #for part in d.parts { shown(part) }
]
#if d.at("isOnePage", default: false) {
  context {
    // Made smaller, the same width takes longer lines, so that it is tried how small it must be.
    let fits(share) = measure(block(width: wide / share, whole)).height * share <= high
    let share = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4).find(fits)
    if share == none { share = 0.3 }
    if share == 1 { whole } else { scale(share * 100%, reflow: true, block(width: wide / share, whole)) }
  }
} else { whole }
`;

/** Sets a letter as PDF. Loaded once, it takes some milliseconds a letter, and prints while the caller waits. */
export async function letterPrinter(): Promise<(letter: LetterOnPaper) => Buffer> {
  const compiler = await typesetter();
  return (letter) => {
    const pdf = compiler.pdf({ mainFileContent: TEMPLATE, inputs: { letter: JSON.stringify({ ...letter, fonts: FONT_FAMILIES }) } });
    compiler.evictCache(1);
    return pdf;
  };
}
