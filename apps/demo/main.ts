import { readDataFolder } from '#platform';
import { answerOffers, bookVisits, changeMinds, chooseForums, decideMedia } from './conference-days.js';
import { Delegates } from './delegates.js';
import { GraphqlDoor } from './graphql-door.js';
import { inParallel } from './in-parallel.js';
import { LettersIn } from './letters-in.js';
import { inventPeople } from './people/invent-people.js';
import { findRunningSystem } from './running-system.js';
import { setUp } from './set-up.js';
import { table } from './table.js';
import { readFigures, settle, tieOut } from './tie-out.js';

const DELEGATES = 520;
const LANES = 32;
const SEED = 20_250_717;

/** Plays a whole conference through the public API, as its people would, and ends with sums that must tie out. */
async function play(): Promise<boolean> {
  const began = Date.now();
  const say = (text: string): void => { process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`); };
  const system = findRunningSystem(readDataFolder());
  const door = new GraphqlDoor(system.publicUrl);
  const letters = new LettersIn(system.mailboxUrl);
  await letters.begin();
  const run = began.toString(36).slice(-6);
  const edition = await setUp(door, system.adminToken, run);
  say(`${edition.slug}: hosted by ${edition.hostRegion}, ${edition.forums.length} forums, ${edition.departures.length} departures, open for registration`);
  const delegates = new Delegates(door, letters, system.adminToken, edition, run);
  const people = inventPeople(DELEGATES, SEED, run);
  const everyone = (await inParallel(people, LANES, (person) => delegates.register(person))).filter((told) => told !== undefined);
  say(`${everyone.length} of ${people.length} registered, from ${new Set(people.map((person) => person.country)).size} countries and regions`);
  await decideMedia(door, system.adminToken, everyone);
  say('media registrations decided');
  await chooseForums(delegates, edition, everyone, SEED + 1);
  say('forums chosen');
  await bookVisits(delegates, edition, everyone, SEED + 2);
  say('visits booked');
  await changeMinds(delegates, edition, everyone, SEED + 3);
  const offers = await answerOffers(door, system.adminToken, delegates, letters, edition, everyone, SEED + 4);
  say(`some changed their minds; ${offers} freed places were offered on and answered`);
  await settle(system.databaseUrl, edition.conferenceId);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await letters.end();
  const figures = await readFigures(door, system.adminToken, system.databaseUrl, edition);
  const checks = await tieOut(figures, everyone, letters.all, system.databaseUrl, edition);
  process.stdout.write(`${table(edition, figures, checks, delegates.refusals)}\n\n`);
  const wrong = checks.filter((check) => !check.ok).length;
  say(wrong === 0 ? `everything ties out (${door.retries} requests were tried again): ${system.publicUrl}/en/conferences/${edition.slug}` : `${wrong} sums do not tie out`);
  return wrong === 0;
}

try {
  process.exitCode = (await play()) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`demo: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
process.exit();
