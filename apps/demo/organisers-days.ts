import type { Delegates, Told } from './delegates.js';
import { inParallel } from './in-parallel.js';
import type { LettersIn } from './letters-in.js';
import type { LettersWritten } from './letters-written.js';
import { inWords } from './letters-written.js';
import type { OrganisersDesk } from './organisers-desk.js';
import type { Edition } from './set-up.js';

/** What the organiser works with, and whom it concerns. */
export interface OrganisersDay {
  readonly desk: OrganisersDesk;
  readonly delegates: Delegates;
  readonly edition: Edition;
  readonly everyone: readonly Told[];
  readonly written: LettersWritten;
  readonly letters: LettersIn;
  readonly say: (text: string) => void;
}

/** A number that was said in several ways and must be the same. */
export interface Foretold {
  readonly what: string;
  readonly numbers: readonly number[];
}

const LANES = 24;
const LETTER_PATIENCE_S = 30;
const MOST_FOLLOW = 12;
const MOST_SWAPS = 12;
const EXTRA_SEATS = 4;

/** The first release, which nobody has signed up before, so that nobody is told. */
export async function releaseFirst({ desk, written, say }: OrganisersDay): Promise<void> {
  await written.since();
  const notified = await desk.release('first programme');
  say(`programme released, ${notified} to tell; ${inWords(await written.since())}`);
}

/** A session is moved in the draft, which readers do not see; the second release tells all whom it concerns. */
export async function releaseAgain({ desk, edition, everyone, written, say }: OrganisersDay): Promise<Foretold> {
  await written.since();
  await desk.moveSession();
  say(`a session was moved in the draft; ${inWords(await written.since())}`);
  const { people, clashing, differences, byLanguage } = await desk.preview();
  say(`${differences} difference to the release; a release would tell ${people} (${byLanguage.map((one) => `${one.people} ${one.locale}`).join(', ')}), of whom ${clashing} would have two things at once`);
  const notified = await desk.release('a session moved');
  const since = await written.since();
  say(`programme released again, ${notified} to tell; ${inWords(since)}`);
  const stand = everyone.filter((told) => told.holds.has(edition.movable.forumId)).length;
  return { what: 'people of the moved forum = previewed = told by the release = letters of it', numbers: [stand, people, notified, since.get('programme.released') ?? 0] };
}

/** More seats for one departure, the last in another's line put first, and some who swap their seat for one on another day. */
export async function moveOn({ desk, delegates, edition, everyone, written, say }: OrganisersDay): Promise<void> {
  await written.since();
  const [first, second] = edition.departures.filter(({ visit }) => visit === 'chengdu-pandas');
  if (first === undefined || second === undefined) throw new Error('the plan has no pandas');
  await desk.addSeats(await desk.lineOf(second.id), EXTRA_SEATS);
  say(`${EXTRA_SEATS} more seats to the pandas; ${inWords(await written.since())}`);
  const moved = await desk.moveLastToFront(await desk.lineOf(first.id), 'Speaks at the panda base.');
  say(`${moved ? 'the last in the line for the pandas goes first' : 'nobody waits for the pandas'}; ${inWords(await written.since())}`);
  const siblings = new Map(edition.departures.map((one) => [one.id, edition.departures.filter(({ visit, id }) => visit === one.visit && id !== one.id)]));
  const wishes = everyone.flatMap((told) => [...told.holds].filter(([, state]) => state === 'CONFIRMED')
    .flatMap(([subject]) => (siblings.get(subject) ?? []).map((to) => ({ told, from: subject, to: to.id })).slice(0, 1))).slice(0, MOST_SWAPS);
  const swapped = await inParallel(wishes, LANES, ({ told, from, to }) => delegates.swap(told, from, to));
  say(`${swapped.filter(Boolean).length} of ${wishes.length} swapped their seat in one step, the others keep what they have; ${inWords(await written.since())}`);
}

/** A departure is cancelled; whoever lost a seat finds what else fits behind one link, and some take it. */
export async function cancelOne({ desk, delegates, edition, everyone, written, letters, say }: OrganisersDay): Promise<Foretold> {
  await written.since();
  const cancelled = edition.departures.find(({ visit }) => visit === 'countryside');
  if (cancelled === undefined) throw new Error('the plan has no visit to the countryside');
  const concerned = everyone.filter((told) => told.holds.has(cancelled.id));
  const seated = concerned.filter((told) => told.holds.get(cancelled.id) === 'CONFIRMED');
  const said = await desk.cancel(cancelled.id, { 'en': 'The road to the villages is closed after heavy rain.', 'zh-Hans': '因暴雨，通往村庄的道路封闭。' });
  for (const told of concerned) told.holds.delete(cancelled.id);
  const since = await written.since();
  say(`a departure was cancelled; ${inWords(since)}`);
  const followed = await inParallel(seated.slice(0, MOST_FOLLOW), LANES, async (told) => {
    const letter = await letters.wait((one) => one.kind === 'visits.departure-cancelled' && one.to.includes(told.person.email) && one.links.some((link) => link.includes(cancelled.id)),
      `the letter of the cancelled departure to ${told.person.email}`, LETTER_PATIENCE_S).catch(() => undefined);
    const token = letter?.links.map((link) => new URL(link).searchParams.get('token')).find((one) => one !== null);
    return token == null ? false : delegates.followLink(told, cancelled.id, token);
  });
  say(`${followed.filter(Boolean).length} of ${Math.min(seated.length, MOST_FOLLOW)} took another departure by the letter's link; ${inWords(await written.since())}`);
  return { what: 'people of the cancelled departure = said by the API = letters of it', numbers: [concerned.length, said, since.get('visits.departure-cancelled') ?? 0] };
}
