import type { Edition } from './set-up.js';
import type { Check, Figures } from './tie-out.js';

/** The demo's closing table, in plain text. */
export function table(edition: Edition, figures: Figures, checks: readonly Check[], refusals: ReadonlyMap<string, number>): string {
  const lines: string[] = [];
  const heading = (text: string): void => { lines.push('', text, '-'.repeat(text.length)); };
  const row = (name: string, ...cells: readonly (string | number)[]): void => { lines.push(`  ${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(9)).join('')}`); };
  heading('Registrations by state');
  for (const { state, count } of figures.byState) if (count > 0) row(state, count);
  row('countries and regions', figures.byNationality.length);
  heading('Places                                              size    taken  offered  waiting');
  const names = new Map([...edition.forums.map((forum) => [forum.id, `forum ${forum.slug}`] as const), ...edition.departures.map((one) => [one.id, `visit ${one.visit}, day ${one.day + 1}, ${one.leaves}`] as const)]);
  for (const pool of figures.pools) row(names.get(pool.subject) ?? `category ${pool.subject.slice(-6)}`, pool.size ?? 'open', pool.taken, pool.offered, pool.waiting);
  heading('Letters by kind                                    total  in doubt  languages');
  for (const [kind, group] of [...Map.groupBy(figures.messages, (one) => one.kind)].sort()) {
    const unclear = group.filter((one) => one.state === 'UNCLEAR').reduce((sum, one) => sum + one.count, 0);
    lines.push(`  ${kind.padEnd(44)}${String(group.reduce((sum, one) => sum + one.count, 0)).padStart(9)}${String(unclear).padStart(10)}  ${[...new Set(group.map((one) => one.locale))].sort().join(' ')}`);
  }
  heading('Refusals that delegates met');
  for (const [code, count] of [...refusals].sort()) row(code, count);
  heading('Sums');
  for (const check of checks) lines.push(`  ${check.ok ? 'ok     ' : 'WRONG  '}${check.what}: ${check.detail}`);
  return lines.join('\n');
}
