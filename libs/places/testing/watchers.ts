import type { Hall } from './hall.js';

// Run under the pool's lock by the statement that hands a place out, so what they see is what the line looked like.
const WATCHERS = `
  CREATE TABLE jumped (what text NOT NULL);
  CREATE TABLE moment (now timestamptz NOT NULL);
  INSERT INTO moment VALUES ('2026-03-02T08:00:00Z');

  CREATE FUNCTION keeps_others(entry waitlist_entry) RETURNS boolean LANGUAGE sql AS $$
    SELECT p.party_minutes > 0 AND (entry.kept_since IS NULL OR entry.kept_since > (SELECT now FROM moment) - p.party_minutes * interval '1 minute')
    FROM pool p WHERE p.id = entry.pool_id $$;

  CREATE FUNCTION watch_offer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO jumped SELECT format('an offer of priority %s turn %s passed priority %s turn %s', NEW.priority, NEW.turn, e.priority, e.turn)
    FROM waitlist_entry e WHERE e.pool_id = NEW.pool_id
      AND (e.priority > NEW.priority OR (e.priority = NEW.priority AND e.turn < NEW.turn)) AND (e.party <= NEW.party OR keeps_others(e));
    RETURN NULL; END $$;
  CREATE TRIGGER watch_offer AFTER INSERT ON offer FOR EACH ROW EXECUTE FUNCTION watch_offer();

  CREATE FUNCTION watch_place() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO jumped SELECT format('a newcomer passed priority %s turn %s', e.priority, e.turn)
    FROM waitlist_entry e WHERE e.pool_id = NEW.pool_id AND (e.party <= NEW.party OR keeps_others(e));
    RETURN NULL; END $$;
  CREATE TRIGGER watch_place AFTER INSERT ON place FOR EACH ROW
    WHEN (NEW.offer_id IS NULL AND NEW.override_reason IS DISTINCT FROM 'overbooked') EXECUTE FUNCTION watch_place()`;

/** Puts watchers into a test's database that note whoever gets a place before someone who has the better claim. */
export async function watchLines(hall: Hall): Promise<void> {
  await hall.database.source.query(WATCHERS);
}

export async function jumps(hall: Hall): Promise<string[]> {
  return (await hall.query<{ what: string }>('SELECT what FROM jumped')).map(({ what }) => what);
}

/** Brings the watchers' clock to that of the hall. */
export async function setMoment(hall: Hall): Promise<void> {
  await hall.query('UPDATE moment SET now = $1', [hall.clock.now()]);
}

export async function clear(hall: Hall): Promise<void> {
  await hall.database.source.query('TRUNCATE jumped, busy, offer, waitlist_entry, place, pool_interval, pool, holder, site_travel, outbox CASCADE');
}

/** Deadlocks that PostgreSQL has resolved in this database; transactions that lost one were tried again, so only this tells. */
export async function deadlocks(hall: Hall): Promise<number> {
  // Backends hand in their figures at most once a second, when they are next used.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await Promise.all(Array.from({ length: 20 }, () => hall.query('SELECT pg_sleep(0.05), pg_stat_force_next_flush()')));
  const [row] = await hall.query<{ n: number }>('SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()');
  return row?.n ?? 0;
}
