import type { GraphqlClient, Outcome } from './graphql-client.js';
import type { Town } from './town.js';

const CLASH = '... on Clash { with { subjectId title startsAt endsAt } alternatives { id } }';
const REGISTER = `mutation($input: RegisterDelegateInput!, $key: String) { registerDelegate(input: $input, idempotencyKey: $key) {
  __typename ... on Registration { id state positionInLine ticketCode: code } ... on Refusal { code message } ... on InvalidInput { problems { path code } } } }`;
const ITEM = `__typename ... on AgendaItem { state positionInLine } ... on Refusal { code message } ${CLASH}`;

export interface Invented {
  readonly email: string;
  readonly latinFamily: string;
  readonly latinGiven?: string;
  readonly native?: string;
  readonly locale?: string;
}

/** What a delegate fills in at least. */
export function detailsOf({ latinFamily, latinGiven, native, locale = 'en' }: Invented): object {
  return {
    names: { latinFamily, latinGiven: latinGiven ?? null, native: native ?? null, order: locale === 'zh-Hans' ? 'FAMILY_FIRST' : 'GIVEN_FIRST' }, locale,
    consents: [{ key: 'privacy', textVersion: '2026-01' }],
  };
}

/** A signed-in delegate with a registration, and what that delegate does. */
export class Delegate {
  private constructor(private readonly client: GraphqlClient, readonly email: string, readonly bearer: string, readonly registrationId: string, readonly said: Outcome) {}

  /** Signs in by letter and registers in one call. */
  static async register(town: Town, conferenceId: string, person: Invented, category = 'delegate'): Promise<Delegate> {
    const bearer = await town.signIn(person.email, person.locale);
    const said = await town.client.done(REGISTER, { input: { conferenceId, category, details: detailsOf(person) } }, { bearer });
    return new Delegate(town.client, person.email, bearer, String(said['id']), said);
  }

  choose(forumId: string): Promise<Outcome> {
    return this.do('chooseForum', 'ChooseForumInput', ITEM, { forumId });
  }

  leave(forumId: string): Promise<Outcome> {
    return this.do('leaveForum', 'LeaveForumInput', '__typename ... on AgendaItem { state } ... on Refusal { code }', { forumId });
  }

  book(departureId: string): Promise<Outcome> {
    return this.do('bookDeparture', 'BookDepartureInput', ITEM, { departureId });
  }

  cancel(departureId: string): Promise<Outcome> {
    return this.do('cancelBooking', 'CancelBookingInput', '__typename ... on AgendaItem { state } ... on Refusal { code }', { departureId });
  }

  withdraw(): Promise<Outcome> {
    return this.client.one('mutation($id: ID!) { withdrawRegistration(input: { id: $id }) { __typename ... on Registration { state } ... on Refusal { code } } }', { id: this.registrationId }, { bearer: this.bearer });
  }

  /** State of everything on the agenda by the id of the forum or departure. */
  async agenda(slug: string): Promise<Readonly<Record<string, string>>> {
    const { items } = await this.client.one<{ items: readonly { state: string; forum: { id: string } | null; departure: { id: string } | null }[] }>(
      'query($slug: String!) { myAgenda(conferenceSlug: $slug) { items { state forum { id } departure { id } } } }', { slug }, { bearer: this.bearer });
    return Object.fromEntries(items.map(({ state, forum, departure }) => [forum?.id ?? departure?.id ?? '', state]));
  }

  private do(field: string, type: string, selection: string, input: object): Promise<Outcome> {
    return this.client.one(`mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, { input: { registrationId: this.registrationId, ...input } }, { bearer: this.bearer });
  }
}
