import { dateText } from './number-formats.js';
import type { TextStore } from './text-store.js';
import type { TableRow } from './table-row.js';
import { LONGEST_CELL, MOST_COLUMNS, UnreadableTable } from './unreadable-table.js';
import type { XmlReader } from './workbook-parts.js';

export interface CellMeaning {
  readonly strings: TextStore;
  readonly dateStyles: readonly boolean[];
  readonly isFrom1904: boolean;
}

const MOST_ROWS = 1_048_576;

/** Collects the rows of a sheet (ECMA-376-1, 18.3.1) from its XML; whoever reads takes them from `rows`. */
export class SheetCells implements XmlReader {
  readonly rows: TableRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private column = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private depth: 'none' | 'value' | 'phonetic' = 'none';

  constructor(private readonly meaning: CellMeaning) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') {
      this.number = Number(attribute('r') ?? this.number + 1);
      if (!Number.isInteger(this.number) || this.number > MOST_ROWS) throw new UnreadableTable('damaged');
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = columnOf(attribute('r')) ?? this.column + 1;
      this.type = attribute('t') ?? 'n';
      this.style = Number(attribute('s') ?? 0);
      this.value = '';
    } else if (name === 'rPh') this.depth = 'phonetic';
    else if ((name === 'v' || name === 't') && this.depth === 'none') this.depth = 'value';
  }

  text(text: string): void {
    if (this.depth !== 'value') return;
    this.value += text;
    if (this.value.length > LONGEST_CELL * 2) throw new UnreadableTable('cell-too-long', this.number);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.depth = this.depth === 'value' ? 'none' : this.depth;
    else if (name === 'rPh') this.depth = 'none';
    else if (name === 'c') this.keep(this.cellText());
    else if (name === 'row') this.rows.push({ number: this.number, cells: this.cells });
  }

  private keep(text: string): void {
    if (text === '') return;
    if (text.length > LONGEST_CELL) throw new UnreadableTable('cell-too-long', this.number);
    if (this.column >= MOST_COLUMNS) throw new UnreadableTable('too-many-columns', this.number);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private cellText(): string {
    switch (this.type) {
      case 's': return this.meaning.strings.get(Number(this.value)) ?? '';
      case 'b': return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'e': return '';
      case 'n': return this.numberText();
      default: return unescaped(this.value);
    }
  }

  // A telephone number that was typed as a number may stand there as 1.38E+10.
  private numberText(): string {
    const number = Number(this.value);
    if (this.value.trim() === '' || !Number.isFinite(number)) return this.value;
    return this.meaning.dateStyles[this.style] === true ? dateText(number, this.meaning.isFrom1904) : String(number);
  }
}

/** From "BC12": the column, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Characters that XML cannot hold are written as _x000D_ (ECMA-376-1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
