import { parseArgs } from 'node:util';
import { readDataFolder } from '#platform';
import { playCampaign } from './campaign/play-campaign.js';
import { answerOffers, bookVisits, changeMinds, chooseForums, decideMedia } from './conference-days.js';
import { Delegates } from './delegates.js';
import { GraphqlDoor } from './graphql-door.js';
import { inParallel } from './in-parallel.js';
import { LettersIn } from './letters-in.js';
import { LettersWritten } from './letters-written.js';
import { cancelOne, moveOn, releaseAgain, releaseFirst } from './organisers-days.js';
import { OrganisersDesk } from './organisers-desk.js';
import { readFigures } from './figures.js';
import { inventPeople } from './people/invent-people.js';
import { planEdition } from './planned-edition.js';
import { findRunningSystem } from './running-system.js';
import { setUp } from './set-up.js';
import { settle } from './settle.js';
import { table } from './table.js';
import { tieOut } from './tie-out.js';

const DELEGATES = 520;
const LANES = 32;
const SEED = 20_250_717;

/** Plays a whole conference through the public API, as its people would, and ends with sums that must tie out. */
async function play(count: number): Promise<boolean> {
  const began = Date.now();
  const say = (text: string): void => { process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`); };
  const { publicUrl, mailboxUrl, databaseUrl, adminToken: token } = findRunningSystem(readDataFolder());
  const door = new GraphqlDoor(publicUrl);
  const letters = new LettersIn(mailboxUrl);
  await letters.begin();
  const run = began.toString(36).slice(-6);
  const edition = await setUp(door, token, await planEdition(door, token, run));
  say(`${edition.slug}: hosted by ${edition.hostRegion}, ${edition.forums.length} forums, ${edition.departures.length} departures, open for registration`);
  const delegates = new Delegates(door, letters, token, edition, run);
  const people = inventPeople(count, SEED, run);
  const everyone = (await inParallel(people, LANES, (person) => delegates.register(person))).filter((told) => told !== undefined);
  say(`${everyone.length} of ${people.length} registered, from ${new Set(people.map((person) => person.country)).size} countries and regions`);
  await decideMedia(door, token, everyone);
  say('media registrations decided');
  const day = {
    desk: new OrganisersDesk(door, token, edition, run), written: new LettersWritten(databaseUrl, edition), delegates, edition, everyone, letters, say,
  };
  await releaseFirst(day);
  await chooseForums(delegates, edition, everyone, SEED + 1);
  say('forums chosen');
  const foretold = [await releaseAgain(day)];
  await bookVisits(delegates, edition, everyone, SEED + 2);
  say('visits booked');
  await changeMinds(delegates, edition, everyone, SEED + 3);
  await moveOn(day);
  foretold.push(await cancelOne(day));
  const offers = await answerOffers(door, token, delegates, letters, edition, everyone, SEED + 4);
  say(`some changed their minds; ${offers} freed places were offered on and answered`);
  await settle(databaseUrl, edition.conferenceId, say);
  await letters.end();
  const figures = await readFigures(door, token, databaseUrl, edition, run);
  const checks = await tieOut({ figures, foretold, everyone, letters: letters.all, databaseUrl, edition, run });
  process.stdout.write(`${table({ edition, figures, people, checks, refusals: delegates.refusals })}\n\n`);
  const wrong = checks.filter((check) => !check.ok).length;
  const again = door.retries === 0 ? '' : ` (${door.retries} requests were tried again)`;
  say(wrong === 0 ? `everything ties out${again}: ${publicUrl}/en/conferences/${edition.slug}` : `${wrong} sums do not tie out${again}`);
  return wrong === 0;
}

/** `campaign --contacts 600`: a campaign instead of a conference, with fewer contacts than usual. */
async function perhapsCampaign(): Promise<boolean | undefined> {
  if (process.argv[2] !== 'campaign') return undefined;
  const { values } = parseArgs({ args: process.argv.slice(3), options: { contacts: { type: 'string', default: '20000' } } });
  const began = Date.now();
  return playCampaign(findRunningSystem(readDataFolder()), Number(values.contacts), (text) => { process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`); });
}

/** `--delegates 160` plays a smaller conference. */
function delegatesWanted(): number {
  const { values } = parseArgs({ options: { delegates: { type: 'string', default: String(DELEGATES) } } });
  const count = Number(values.delegates);
  if (!Number.isInteger(count) || count < 1 || count > 5_000) throw new Error('--delegates must be a whole number from 1 to 5000');
  return count;
}

try {
  process.exitCode = (await perhapsCampaign() ?? await play(delegatesWanted())) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`demo: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
process.exit();
