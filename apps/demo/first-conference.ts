import { readSettings } from '#platform';
import { GraphqlDoor, WrongRequest } from './graphql-door.js';
import { keptPlan, planEdition } from './planned-edition.js';
import { setUp } from './set-up.js';

/**
 * Shows a small published conference in a database that is new, made through the public API like any other. Its argument is
 * the file that keeps the plan, so that a start after one that was cut off makes the same conference whole. Ends with 2
 * where a step was refused: trying again would not mend it.
 */
try {
  const settings = readSettings();
  const { ADMIN_TOKEN: token } = settings;
  const file = process.argv[2];
  if (token === undefined) throw new Error('ADMIN_TOKEN is not set');
  if (file === undefined) throw new Error('give the file that keeps the plan');
  const door = new GraphqlDoor(settings.API_URL);
  const edition = await setUp(door, token, await keptPlan(file, () => planEdition(door, token, 'first')));
  process.stdout.write(`The first conference is ready: ${settings.PUBLIC_URL}/en/conferences/${edition.slug}\n`);
} catch (fault) {
  process.stderr.write(`first conference: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = fault instanceof WrongRequest ? 2 : 1;
}
