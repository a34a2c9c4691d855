import type { GraphqlDoor, Outcome } from './graphql-door.js';
import { must } from './graphql-door.js';
import type { LettersIn } from './letters-in.js';
import type { InventedPerson } from './people/invent-people.js';
import { CATEGORIES, SHARES } from './plan/conference-plan.js';
import type { Edition } from './set-up.js';

/** One delegate's registration as its owner was told it stands. */
export interface Told {
  readonly person: InventedPerson;
  readonly registrationId: string;
  readonly category: string;
  readonly bearer: string;
  state: string;
  /** Forums and departures this delegate was told to hold, wait for or be offered. */
  readonly holds: Map<string, string>;
}

interface Answered extends Outcome {
  readonly registration?: { readonly state: string };
  readonly item?: { readonly state: string; readonly forum: { readonly id: string } | null; readonly departure: { readonly id: string } | null } | null;
}

/** How long a delegate waits for a sign-in letter before asking for another one. */
const LINK_PATIENCE_S = 40;
const MOST_LINKS = 4;

const CHOICE = '__typename ... on AgendaItem { state } ... on Refusal { code message }';

/** What delegates do: sign in by the letter's link, register, choose, book, change their minds. */
export class Delegates {
  private readonly bearers = new Map<string, Promise<string>>();
  /** Refusals that delegates met, by code. */
  readonly refusals = new Map<string, number>();

  constructor(
    private readonly door: GraphqlDoor,
    private readonly letters: LettersIn,
    private readonly token: string,
    private readonly edition: Edition,
    private readonly run: string,
  ) {}

  /** Registers one invented person; nothing where the person was refused a place. */
  async register(person: InventedPerson): Promise<Told | undefined> {
    const bearer = await this.bearerOf(person);
    const category = categoryFor(person);
    const { result } = await this.door.ask<{ result: Outcome & { id: string; state: string } }>(
      `mutation($input: RegisterDelegateInput!, $key: String) { result: registerDelegate(input: $input, idempotencyKey: $key) {
        __typename ... on Registration { id state } ... on Refusal { code message } ... on InvalidInput { problems { path code } } } }`,
      { input: { conferenceId: this.edition.conferenceId, category: category.key, details: detailsOf(person, category.key), joinLine: true }, key: `${this.run}-${person.number}` },
      bearer,
    );
    if (result.code !== undefined) {
      this.count(result.code);
      if (result.code !== 'places.full' && result.code !== 'places.line-full' && result.code !== 'places.no-line') must(result, `registering ${person.email}`);
      return undefined;
    }
    return { person, registrationId: result.id, category: category.key, bearer, state: result.state, holds: new Map() };
  }

  async choose(told: Told, forumId: string): Promise<string> {
    const { result } = await this.door.ask<{ result: Outcome & { state?: string } }>(
      `mutation($input: ChooseForumInput!, $key: String) { result: chooseForum(input: $input, idempotencyKey: $key) { ${CHOICE} } }`,
      { input: { registrationId: told.registrationId, forumId, joinLine: true }, key: `${this.run}-${told.registrationId}-${forumId}` }, told.bearer,
    );
    return this.note(told, forumId, result);
  }

  async book(told: Told, departureId: string): Promise<string> {
    const { result } = await this.door.ask<{ result: Outcome & { state?: string } }>(
      `mutation($input: BookDepartureInput!, $key: String) { result: bookDeparture(input: $input, idempotencyKey: $key) { ${CHOICE} } }`,
      { input: { registrationId: told.registrationId, departureId, joinLine: true }, key: `${this.run}-${told.registrationId}-${departureId}` }, told.bearer,
    );
    return this.note(told, departureId, result);
  }

  async cancelBooking(told: Told, departureId: string): Promise<void> {
    const { result } = await this.door.ask<{ result: Outcome }>(
      'mutation($input: CancelBookingInput!) { result: cancelBooking(input: $input) { __typename ... on Refusal { code message } } }',
      { input: { registrationId: told.registrationId, departureId } }, told.bearer,
    );
    // A try whose answer was lost has cancelled it already: the second finds nothing to cancel, and that is as well.
    if (result.code !== undefined) this.count(result.code);
    told.holds.delete(departureId);
  }

  /** Leaves a departure for another in one step. @returns whether it came to that */
  async swap(told: Told, fromDepartureId: string, toDepartureId: string): Promise<boolean> {
    return this.exchange(told, { registrationId: told.registrationId, fromDepartureId, toDepartureId }, told.bearer);
  }

  /** Follows the link of a letter about a cancelled departure, without signing in, and takes what fits first. */
  async followLink(told: Told, departureId: string, token: string): Promise<boolean> {
    const { found } = await this.door.ask<{ found: { alternatives: readonly { id: string }[] } }>(
      'query($id: ID!, $token: String) { found: departureAlternatives(departureId: $id, token: $token) { alternatives { id } } }', { id: departureId, token });
    const [first] = found.alternatives;
    return first !== undefined && this.exchange(told, { token, fromDepartureId: departureId, toDepartureId: first.id });
  }

  private async exchange(told: Told, input: { readonly fromDepartureId: string; readonly toDepartureId: string } & Record<string, string>, bearer?: string): Promise<boolean> {
    const { result } = await this.door.ask<{ result: Outcome & { state?: string } }>(
      `mutation($input: SwapDepartureInput!, $key: String) { result: swapDeparture(input: $input, idempotencyKey: $key) { ${CHOICE} } }`,
      { input, key: `${this.run}-${told.registrationId}-${input.fromDepartureId}-${input.toDepartureId}` }, bearer,
    );
    if (result.code !== undefined) {
      this.count(result.code);
      return false;
    }
    told.holds.delete(input.fromDepartureId);
    told.holds.set(input.toDepartureId, result.state ?? 'unknown');
    return true;
  }

  async withdraw(told: Told): Promise<void> {
    const { result } = await this.door.ask<{ result: Outcome & { state?: string } }>(
      'mutation($input: WithdrawRegistrationInput!) { result: withdrawRegistration(input: $input) { __typename ... on Registration { state } ... on Refusal { code message } } }',
      { input: { id: told.registrationId } }, told.bearer,
    );
    if (result.code !== undefined) this.count(result.code);
    told.state = 'WITHDRAWN';
    told.holds.clear();
  }

  /** Answers an offer as its letter asks; true where the place was taken. */
  async answer(told: Told, offerId: string, accept: boolean): Promise<boolean> {
    const verb = accept ? 'acceptOffer' : 'declineOffer';
    const { result } = await this.door.ask<{ result: Answered }>(
      `mutation($input: ${accept ? 'AcceptOfferInput' : 'DeclineOfferInput'}!) { result: ${verb}(input: $input) {
        __typename ... on OfferAnswered { registration { state } item { state forum { id } departure { id } } } ... on Refusal { code message } } }`,
      { input: { offerId } }, told.bearer,
    );
    if (result.code !== undefined) this.count(result.code);
    if (result.registration !== undefined) told.state = result.registration.state;
    const subject = result.item?.forum?.id ?? result.item?.departure?.id;
    if (subject !== undefined && accept) told.holds.set(subject, result.item?.state ?? 'unknown');
    else if (subject !== undefined) told.holds.delete(subject);
    return accept && result.code === undefined;
  }

  private note(told: Told, subject: string, result: Outcome & { state?: string }): string {
    if (result.code === undefined && result.state !== undefined) {
      told.holds.set(subject, result.state);
      return result.state;
    }
    this.count(result.code ?? 'unknown');
    return result.code ?? 'unknown';
  }

  private count(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  private bearerOf(person: InventedPerson): Promise<string> {
    let bearer = this.bearers.get(person.email);
    if (bearer === undefined) {
      bearer = this.signIn(person);
      this.bearers.set(person.email, bearer);
    }
    return bearer;
  }

  private async signIn(person: InventedPerson, tries = 1): Promise<string> {
    const { email, locale } = person;
    must((await this.door.ask<{ result: Outcome }>(
      'mutation($input: RequestSignInLinkInput!) { result: requestSignInLink(input: $input) { __typename ... on Refusal { code message } } }',
      { input: { email, locale } }, this.token,
    )).result, `a sign-in link for ${email}`);
    const letter = await this.letters.wait((one) => one.kind === 'identity.sign-in-link' && one.to.includes(email), `sign-in link for ${email}`, LINK_PATIENCE_S)
      .catch((fault: unknown) => { if (tries >= MOST_LINKS) throw fault; });
    // A worker that died with the letter leaves it for later: a person who waits asks for another.
    if (letter === undefined) return this.signIn(person, tries + 1);
    const link = letter.links.find((one) => one.includes('token='));
    if (link === undefined) throw new Error(`the sign-in letter to ${email} has no link`);
    const token = new URL(link).searchParams.get('token');
    const { result } = await this.door.ask<{ result: Outcome & { bearerToken?: string } }>(
      'mutation($input: RedeemSignInLinkInput!) { result: redeemSignInLink(input: $input) { __typename ... on SignedIn { bearerToken } ... on Refusal { code message } } }',
      { input: { token } }, this.token,
    );
    if (result.bearerToken !== undefined) return result.bearerToken;
    // The first try was redeemed but its answer was lost with the process: ask for another link.
    if (result.code === 'sign-in.link-used') {
      this.letters.forget(letter);
      return this.signIn(person, tries + 1);
    }
    must(result, `signing in ${email}`);
    throw new Error('signed in without a token');
  }
}

function categoryFor(person: InventedPerson): (typeof CATEGORIES)[number] {
  let share = 0;
  for (const category of CATEGORIES) {
    share += SHARES[category.key];
    if (person.wish < share) return category;
  }
  return CATEGORIES[0];
}

function detailsOf(person: InventedPerson, category: string): Record<string, unknown> {
  const sizes = ['s', 'm', 'l', 'xl'];
  const hasProject = person.number % 8 === 0;
  const delegate = [
    { question: 'shirt', choices: [sizes[person.number % 4]] },
    { question: 'project', yes: hasProject },
    ...(hasProject ? [{ question: 'project-title', text: `Joint laboratory ${person.number}` }] : []),
  ];
  return {
    names: person.names, nationality: person.country, residence: person.country, organisation: person.organisation, locale: person.locale, languages: person.languages,
    dietaryNeeds: person.number % 11 === 0 ? 'Halal' : person.number % 17 === 0 ? 'Vegetarian' : null,
    ...(category === 'delegate' ? { travelDocument: { kind: 'PASSPORT', number: person.passport, issuedBy: person.country, expiresOn: '2031-12-31' } } : {}),
    answers: category === 'delegate' ? delegate : category === 'media' ? [{ question: 'outlet', text: person.organisation }] : [],
    consents: [{ key: 'privacy', textVersion: '2026-01' }],
  };
}
