export * from './calendar-file.js';
export * from './qr-code.js';
export { tableFile, tableMediaType } from './table.js';
export type { Cell, Table, TableFormat } from './table.js';
export { TooManyRows } from './xlsx.js';
export { isPrintable } from './pdf-fonts.js';
export * from './printed-sheet.js';
