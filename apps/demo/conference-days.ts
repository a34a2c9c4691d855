import type { Delegates, Told } from './delegates.js';
import type { GraphqlDoor, Outcome } from './graphql-door.js';
import { must } from './graphql-door.js';
import { inParallel } from './in-parallel.js';
import type { LettersIn } from './letters-in.js';
import { Dice } from './people/dice.js';
import type { Edition } from './set-up.js';

const LANES = 24;

/** Media registrations are looked at: most are confirmed in bulk, every seventh is declined with a reason. */
export async function decideMedia(door: GraphqlDoor, token: string, everyone: readonly Told[]): Promise<void> {
  const inReview = everyone.filter((told) => told.state === 'IN_REVIEW');
  const declined = inReview.filter((_, index) => index % 7 === 6);
  const approved = inReview.filter((told) => !declined.includes(told));
  const decide = async (mutation: string, group: readonly Told[], state: string, variables: Record<string, unknown>): Promise<void> => {
    if (group.length === 0) return;
    const { result } = await door.ask<{ result: Outcome }>(mutation, { ids: group.map((told) => told.registrationId), ...variables }, token);
    must(result, 'deciding media registrations');
    for (const told of group) told.state = state;
  };
  const outcome = '{ __typename ... on Refusal { code message } }';
  await decide(`mutation($ids: [ID!]!) { result: approveRegistrations(ids: $ids) ${outcome} }`, approved, 'CONFIRMED', {});
  await decide(`mutation($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) ${outcome} }`, declined, 'DECLINED', { reason: 'The press seats are taken by outlets from countries not yet represented.' });
}

/** Everybody confirmed chooses the opening and one thematic forum (some try two, which clash), half of them the communication forum, a few the signing. */
export async function chooseForums(delegates: Delegates, edition: Edition, everyone: readonly Told[], seed: number): Promise<void> {
  const dice = new Dice(seed);
  const thematic = edition.forums.filter((forum) => forum.kind === 'THEMATIC');
  const communication = edition.forums.find((forum) => forum.slug === 'communication');
  const [opening, signing] = ['opening', 'signing'].map((slug) => edition.forums.find((forum) => forum.slug === slug));
  const plans = everyone.filter((told) => told.state === 'CONFIRMED').map((told) => {
    const first = thematic[dice.fraction() < 0.18 ? 0 : dice.below(thematic.length)];
    const second = dice.fraction() < 0.1 ? thematic[dice.below(thematic.length)] : undefined;
    return { told, wishes: [opening, first, second, dice.fraction() < 0.55 ? communication : undefined, dice.fraction() < 0.15 ? signing : undefined].filter((forum) => forum !== undefined) };
  });
  await inParallel(plans, LANES, async ({ told, wishes }) => {
    for (const forum of wishes) await delegates.choose(told, forum.id);
  });
}

/** Most book a visit or two, the panda train most of all, until some departures are full and their lines grow. */
export async function bookVisits(delegates: Delegates, edition: Edition, everyone: readonly Told[], seed: number): Promise<void> {
  const dice = new Dice(seed);
  const pandas = edition.departures.filter((departure) => departure.visit === 'chengdu-pandas');
  const plans = everyone.filter((told) => told.state === 'CONFIRMED' && dice.fraction() < 0.9).map((told) => ({
    told, wishes: [dice.fraction() < 0.15 ? dice.pick(pandas) : dice.pick(edition.departures), ...(dice.fraction() < 0.4 ? [dice.pick(edition.departures)] : [])],
  }));
  await inParallel(plans, LANES, async ({ told, wishes }) => {
    for (const departure of wishes) await delegates.book(told, departure.id);
  });
}

/** Some cancel a seat and some withdraw altogether, so that places move on to those who wait. */
export async function changeMinds(delegates: Delegates, edition: Edition, everyone: readonly Told[], seed: number): Promise<void> {
  const dice = new Dice(seed);
  const seats = new Set(edition.departures.map((departure) => departure.id));
  const confirmed = everyone.filter((told) => told.state === 'CONFIRMED');
  await inParallel(confirmed, LANES, async (told) => {
    const chance = dice.fraction();
    if (chance < 0.04) await delegates.withdraw(told);
    else if (chance < 0.16) {
      const seat = [...told.holds].find(([subject, state]) => seats.has(subject) && state === 'CONFIRMED');
      if (seat !== undefined) await delegates.cancelBooking(told, seat[0]);
    }
  });
}

/**
 * Those who were offered a place answer their letters: most accept, some decline, some let it stand. What an answer frees is
 * offered on, so it goes round until no new offer comes.
 */
export async function answerOffers(door: GraphqlDoor, token: string, delegates: Delegates, letters: LettersIn, edition: Edition, everyone: readonly Told[], seed: number): Promise<number> {
  const dice = new Dice(seed);
  const answered = new Set<string>();
  const byId = new Map(everyone.map((told) => [told.registrationId, told]));
  for (let round = 0; round < 8; round += 1) {
    const open: { told: Told; offerId: string }[] = [];
    for (const { node } of await offersOf(door, token, edition.conferenceId)) {
      const told = byId.get(node.id);
      if (told === undefined) continue;
      const offers = [node.offer, ...node.agenda.map((item) => item.offer)].filter((offer) => offer !== null && offer.isOpen);
      for (const offer of offers) if (offer !== null && !answered.has(offer.id)) open.push({ told, offerId: offer.id });
    }
    if (open.length === 0) return answered.size;
    await inParallel(open, LANES, async ({ told, offerId }) => {
      answered.add(offerId);
      await letters.wait((letter) => letter.kind === 'agenda.place-offered' && letter.links.some((link) => link.includes(offerId)), `the letter of offer ${offerId}`);
      const chance = dice.fraction();
      if (chance < 0.9) await delegates.answer(told, offerId, chance < 0.75);
    });
  }
  return answered.size;
}

interface WithOffers {
  readonly node: { readonly id: string; readonly offer: { readonly id: string; readonly isOpen: boolean } | null; readonly agenda: readonly { readonly offer: { readonly id: string; readonly isOpen: boolean } | null }[] };
}

async function offersOf(door: GraphqlDoor, token: string, conferenceId: string): Promise<readonly WithOffers[]> {
  const found: WithOffers[] = [];
  let after: string | null = null;
  do {
    const page: { registrations: { edges: WithOffers[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await door.ask(
      `query($id: ID!, $after: String) { registrations(conferenceId: $id, first: 100, after: $after, filter: { states: [CONFIRMED, WAITLISTED] }) {
        pageInfo { hasNextPage endCursor } edges { node { id offer { id isOpen } agenda { offer { id isOpen } } } } } }`,
      { id: conferenceId, after }, token,
    );
    found.push(...page.registrations.edges);
    after = page.registrations.pageInfo.hasNextPage ? page.registrations.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
