import { FONT_FAMILIES, isPrintable } from './pdf-fonts.js';
import { typesetter } from './typesetter.js';

/** `null` prints nothing, `{ box: true }` a box to tick. */
export type PrintedCell = string | null | { readonly box: true };

export interface PrintedTable {
  readonly heading: string | null;
  /** A column's share of the width; 0: as wide as its content. */
  readonly columns: readonly { readonly header: string; readonly share: number }[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** A list on paper: what it is, some facts, tables, and a line at the foot of every page. */
export interface PrintedSheet {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly tables: readonly PrintedTable[];
  readonly foot: string;
  /** BCP 47, the language of the labels. */
  readonly locale: string;
}

// Everything that people wrote comes as data and is shown as text: nothing in a name is a command to the typesetter.
const TEMPLATE = `
#let d = json(bytes(sys.inputs.sheet))
#set document(title: d.title)
#set page(paper: "a4", flipped: true, margin: (x: 12mm, top: 12mm, bottom: 15mm),
  footer: context [#set text(size: 7.5pt, fill: luma(90)); #d.foot #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(font: d.fonts, size: 9pt, lang: d.lang, fallback: false, cjk-latin-spacing: none)
#set par(leading: 0.5em)
#let cell(c) = if c == none [] else if type(c) == dictionary { box(width: 3.6mm, height: 3.6mm, stroke: 0.7pt + black) } else { text(c) }
#text(size: 17pt)[#d.title]
#linebreak()
#text(size: 11pt, fill: luma(70))[#d.subtitle]
#v(1mm)
#grid(columns: 3, column-gutter: 10mm, row-gutter: 2mm, ..d.facts.map(f => [#text(fill: luma(90))[#f.label: ] #f.value]))
#for t in d.tables [
  #v(3mm)
  #if t.heading != none { block(sticky: true, below: 2mm, text(size: 11pt, t.heading)) }
  #table(
    columns: t.columns.map(c => if c.share == 0 { auto } else { c.share * 1fr }),
    stroke: (x: none, y: 0.4pt + luma(170)), inset: (x: 1.4mm, y: 1.5mm), align: start + horizon,
    fill: (_, row) => if row == 0 { luma(235) },
    table.header(..t.columns.map(c => text(size: 8pt, c.header))),
    ..t.rows.flatten().map(cell),
  )
]
`;

/**
 * Sets a sheet as PDF, with the fonts of the installation for the delegates' scripts. A cell that they have no letters for
 * prints as a dash.
 * @throws Error where the typesetter refuses its own template
 */
export async function printedSheet(sheet: PrintedSheet): Promise<Buffer> {
  const compiler = await typesetter();
  const shown = (cell: PrintedCell): PrintedCell => (typeof cell === 'string' && !isPrintable(cell) ? '—' : cell);
  const data = {
    ...sheet, fonts: FONT_FAMILIES, lang: sheet.locale.split('-')[0] ?? 'en',
    tables: sheet.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(shown)) })),
  };
  const pdf = compiler.pdf({ mainFileContent: TEMPLATE, inputs: { sheet: JSON.stringify(data) } });
  compiler.evictCache(1);
  return pdf;
}
