import type { Figures, LetterFigure, PoolFigure } from './figures.js';
import type { InventedPerson } from './people/invent-people.js';
import type { Edition } from './set-up.js';
import type { Check } from './tie-out.js';

interface Told {
  readonly edition: Edition;
  readonly figures: Figures;
  readonly people: readonly InventedPerson[];
  readonly checks: readonly Check[];
  readonly refusals: ReadonlyMap<string, number>;
}

const NAME_WIDTH = 40;
const CELL_WIDTH = 10;
const SCRIPTS = ['Han', 'Arabic', 'Cyrillic', 'Thai', 'Devanagari', 'Hangul', 'Hiragana', 'Katakana', 'Latin'] as const;

/** The demo's closing table, in plain text. */
export function table(told: Told): string {
  return [...registrations(told), ...places(told), ...letters(told.figures), ...refusals(told.refusals), ...sums(told.checks)].join('\n');
}

function heading(title: string, ...columns: readonly string[]): readonly string[] {
  const line = `${title.padEnd(NAME_WIDTH)}${columns.map((column) => column.padStart(CELL_WIDTH)).join('')}`.trimEnd();
  return ['', line, '-'.repeat(Math.max(line.length, NAME_WIDTH))];
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return `  ${name.padEnd(NAME_WIDTH - 2)}${cells.map((cell) => String(cell).padStart(CELL_WIDTH)).join('')}`;
}

function registrations({ figures, people }: Told): readonly string[] {
  const scripts = SCRIPTS.filter((script) => people.some(({ names }) => new RegExp(`\\p{Script=${script}}`, 'u').test(names.native ?? names.latinFamily)));
  return [
    ...heading('Registrations'),
    ...figures.byState.filter(({ count }) => count > 0).map(({ state, count }) => row(state.toLowerCase().replaceAll('_', ' '), count)),
    row('countries and regions', figures.byNationality.length),
    `  names written in: ${scripts.join(', ')}`,
  ];
}

function places({ edition, figures }: Told): readonly string[] {
  const bySubject = new Map(figures.pools.map((pool) => [pool.subject, pool]));
  const line = (name: string, id: string): readonly string[] => {
    const pool = bySubject.get(id);
    return pool === undefined ? [row(name, 'open doors')] : [placesRow(name, pool)];
  };
  return [
    ...heading('Places', 'size', 'taken', 'offered', 'waiting'),
    ...figures.byCategory.flatMap(({ category }) => line(`category ${category.key}`, category.id)),
    ...edition.forums.flatMap((forum) => line(`forum ${forum.slug}`, forum.id)),
    ...edition.departures.flatMap((one) => line(`visit ${one.visit}, day ${one.day + 1}, ${one.leaves}`, one.id)),
  ];
}

function placesRow(name: string, pool: PoolFigure): string {
  return row(name, pool.size ?? 'no limit', pool.placed, pool.offered, pool.waiting);
}

function letters(figures: Figures): readonly string[] {
  const all = [...figures.letters, ...figures.signInLetters];
  const total = (some: readonly LetterFigure[]): number => some.reduce((sum, { count }) => sum + count, 0);
  const kinds = [...Map.groupBy(all, ({ kind }) => kind)].sort(([one], [other]) => one.localeCompare(other));
  const readers = [...Map.groupBy(all, ({ locale }) => locale)].map(([locale, some]) => ({ locale, count: total(some) })).sort((one, other) => other.count - one.count);
  return [
    ...heading('Letters', 'sent', 'in doubt', 'languages'),
    ...kinds.map(([kind, some]) => row(kind, total(some.filter(({ state }) => state === 'SENT')), total(some.filter(({ state }) => state === 'UNCLEAR')), new Set(some.map(({ locale }) => locale)).size)),
    row('all', total(all.filter(({ state }) => state === 'SENT')), total(all.filter(({ state }) => state === 'UNCLEAR')), readers.length),
    `  by the reader's language: ${readers.map(({ locale, count }) => `${locale} ${count}`).join(', ')}`,
  ];
}

function refusals(met: ReadonlyMap<string, number>): readonly string[] {
  return met.size === 0 ? [] : [...heading('Refusals that delegates met'), ...[...met].sort().map(([code, count]) => row(code, count))];
}

function sums(checks: readonly Check[]): readonly string[] {
  return [...heading('Sums'), ...checks.map(({ ok, what, detail }) => `  ${ok ? 'ok   ' : 'WRONG'}  ${what}: ${detail}`)];
}
