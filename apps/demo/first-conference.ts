import { readSettings } from '#platform';
import { GraphqlDoor } from './graphql-door.js';
import { setUp } from './set-up.js';

/** Shows a small published conference in a database that is new, made through the public API like any other. */
try {
  const settings = readSettings();
  if (settings.ADMIN_TOKEN === undefined) throw new Error('ADMIN_TOKEN is not set');
  const edition = await setUp(new GraphqlDoor(settings.API_URL), settings.ADMIN_TOKEN, 'first');
  process.stdout.write(`The first conference is ready: ${settings.PUBLIC_URL}/en/conferences/${edition.slug}\n`);
} catch (fault) {
  process.stderr.write(`first conference: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
