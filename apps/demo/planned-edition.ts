import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { GraphqlDoor } from './graphql-door.js';
import { knownSeries } from './known-series.js';
import { SERIES } from './plan/conference-plan.js';

/** What decides which edition is made: asked for again with the same plan, every step finds the key it had, and nothing is made twice. */
export interface PlannedEdition {
  /** Part of every idempotency key and of the slug. */
  readonly run: string;
  readonly slug: string;
  readonly hostRegion: string;
  /** A date, some weeks after it was planned. */
  readonly startsOn: string;
}

const WEEKS_AHEAD = 5;

/** The edition whose turn it is now, some weeks ahead. */
export async function planEdition(door: GraphqlDoor, token: string, run: string): Promise<PlannedEdition> {
  const first = new Date(Date.now() + WEEKS_AHEAD * 7 * 86_400_000);
  const hostRegion = (await knownSeries(door, token))?.nextHostRegion ?? SERIES.rotation[0] ?? '';
  return { run, slug: `${hostRegion.toLowerCase()}-${first.getUTCFullYear()}-${run}`, hostRegion, startsOn: first.toISOString().slice(0, 10) };
}

/** The plan in a file, which is written before anything is made by it: the turn and the calendar move on, and a second try must not. */
export async function keptPlan(file: string, plan: () => Promise<PlannedEdition>): Promise<PlannedEdition> {
  const written = readFileSync(file, 'utf8');
  if (written !== '') return JSON.parse(written) as PlannedEdition;
  const planned = await plan();
  writeFileSync(`${file}.new`, JSON.stringify(planned));
  renameSync(`${file}.new`, file);
  return planned;
}
