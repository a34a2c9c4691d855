import type { GraphqlClient, Outcome } from './graphql-client.js';

const REFUSED = '... on Refusal { code message } ... on InvalidInput { problems { path code message } }';
const both = (en: string): Readonly<Record<string, string>> => ({ 'en': en, 'zh-Hans': `${en}（中文）` });

export interface MadeConference {
  readonly id: string;
  readonly slug: string;
  readonly seriesId: string;
}

/** The organiser's work through the API, in the fewest words: what is not said is usual. */
export class Organiser {
  private made = 0;

  constructor(private readonly client: GraphqlClient, readonly token: string) {}

  /** Calls a mutation with `input`, and gives what it made. */
  make<T = Outcome & { readonly id: string }>(field: string, type: string, input: object, fields = 'id'): Promise<T> {
    const name = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    return this.client.done<T>(`mutation($input: ${name}!) { result: ${field}(input: $input) { __typename ... on ${type} { ${fields} } ${REFUSED} } }`, { input }, { bearer: this.token });
  }

  async conference(changes: object = {}): Promise<MadeConference> {
    this.made += 1;
    const slug = `test-${process.pid}-${Date.now().toString(36)}-${this.made}`;
    const { id: seriesId } = await this.make('createSeries', 'Series', { slug, title: both('Conference of tests'), rotation: ['Chongqing', 'Sichuan'] });
    const { id } = await this.make('createConference', 'Conference', {
      seriesId, slug, city: both('Chongqing'), country: 'CN', timeZone: 'Asia/Shanghai', startsOn: this.day(0), endsOn: this.day(3), ...changes,
    });
    return { id, slug, seriesId };
  }

  /** The conference's days, counted from its first, five weeks from now: `2026-07-17`. */
  day(offset: number): string {
    return new Date(Date.now() + (35 + offset) * 86_400_000).toISOString().slice(0, 10);
  }

  category(conferenceId: string, changes: object = {}): Promise<Outcome & { readonly id: string; readonly places: { readonly poolId: string } }> {
    return this.make('defineCategory', 'Category', { conferenceId, key: 'delegate', title: both('Delegate'), ...changes }, 'id places { poolId }');
  }

  async open(conferenceId: string): Promise<void> {
    for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) {
      await this.client.done(`mutation($id: ID!) { ${move} { __typename ... on Refusal { code message } } }`, { id: conferenceId }, { bearer: this.token });
    }
  }

  /** A forum with one session on the first day, from and until a wall-clock time. */
  async forum(conferenceId: string, slug: string, [from, to]: readonly [string, string], changes: object = {}): Promise<{ readonly id: string; readonly sessionId: string }> {
    const { id } = await this.make('createForum', 'Forum', { conferenceId, slug, kind: 'THEMATIC', title: both(`Forum ${slug}`), capacity: 50, ...changes });
    const { session } = await this.make<{ session: { id: string } }>('scheduleSession', 'SessionScheduled',
      { forumId: id, title: both('Talks'), startsAt: `${this.day(0)}T${from}`, endsAt: `${this.day(0)}T${to}` }, 'session { id }');
    return { id, sessionId: session.id };
  }

  /** A visit with departures on the given day, each from, until and seats. */
  async visit(conferenceId: string, slug: string, departures: readonly (readonly [day: number, from: string, to: string, seats: number])[], changes: object = {}): Promise<readonly string[]> {
    const { id: visitId } = await this.make('createVisit', 'Visit', { conferenceId, slug, title: both(`Visit ${slug}`) });
    const made: string[] = [];
    for (const [day, from, to, capacity] of departures) {
      const { id } = await this.make('addDeparture', 'Departure', {
        visitId, startsAt: `${this.day(day)}T${from}`, endsAt: `${this.day(day)}T${to}`, capacity, meetingPoint: both('Gate 3'), ...changes,
      });
      made.push(id);
    }
    return made;
  }
}
