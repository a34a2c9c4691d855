import { migrate, readSettings } from '#platform';

/** The role `migrate`: brings the database of DATABASE_URL up to date and ends. */
try {
  const applied = await migrate(readSettings().DATABASE_URL);
  process.stdout.write(applied.length === 0 ? 'the database is up to date\n' : `applied ${applied.join(', ')}\n`);
} catch (fault) {
  process.stderr.write(`the database could not be migrated: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
