import type { GraphqlDoor, Outcome } from './graphql-door.js';
import { must } from './graphql-door.js';
import type { Edition } from './set-up.js';

const REFUSED = '__typename ... on Refusal { code message }';

export interface Preview {
  readonly people: number;
  readonly clashing: number;
  readonly byLanguage: readonly { readonly locale: string; readonly people: number }[];
}

interface Line {
  readonly poolId: string;
  readonly size: number | null;
  readonly waiting: number;
}

/** What the organiser does while people have signed up: releases, moves, cancels, and looks after the lines. */
export class OrganisersDesk {
  constructor(private readonly door: GraphqlDoor, private readonly token: string, private readonly edition: Edition, private readonly run: string) {}

  /** @returns how many people are written to */
  async release(note: string): Promise<number> {
    const { result } = await this.ask<{ result: Outcome & { notified: number } }>(
      `mutation($input: ReleaseProgrammeInput!, $key: String) { result: releaseProgramme(input: $input, idempotencyKey: $key) { ... on ProgrammeReleased { notified } ${REFUSED} } }`,
      { input: { conferenceId: this.edition.conferenceId, note }, key: `${this.run}-release-${note}` });
    return must(result, 'releasing the programme').notified;
  }

  async preview(): Promise<Preview & { readonly differences: number }> {
    const { previewRelease, programmeDiff } = await this.ask<{ previewRelease: Preview; programmeDiff: readonly object[] }>(
      'query($id: ID!) { previewRelease(conferenceId: $id) { people clashing byLanguage { locale people } } programmeDiff(conferenceId: $id) { kinds } }', { id: this.edition.conferenceId });
    return { ...previewRelease, differences: programmeDiff.length };
  }

  /** Moves the planned session by a quarter of an hour in the draft. */
  async moveSession(): Promise<void> {
    const { sessionId, startsAt, endsAt } = this.edition.movable;
    const { result } = await this.ask<{ result: Outcome }>(
      `mutation($input: MoveSessionInput!) { result: moveSession(input: $input) { ${REFUSED} } }`, { input: { id: sessionId, version: 1, startsAt, endsAt } });
    // A try whose answer was lost has moved it already.
    if (result.code !== 'session.changed-meanwhile') must(result, 'moving a session');
  }

  /** @returns how many registrations had a seat, a turn or an offer of it */
  async cancel(departureId: string, reason: Readonly<Record<string, string>>): Promise<number> {
    const { result } = await this.ask<{ result: Outcome & { concerned: number } }>(
      `mutation($input: CancelDepartureInput!, $key: String) { result: cancelDeparture(input: $input, idempotencyKey: $key) { ... on DepartureCancelled { concerned } ${REFUSED} } }`,
      { input: { departureId, reason }, key: `${this.run}-cancel-${departureId}` });
    return must(result, 'cancelling a departure').concerned;
  }

  async lineOf(departureId: string): Promise<Line> {
    const { departure } = await this.ask<{ departure: { places: Line } }>('query($id: ID!) { departure(id: $id) { places { poolId size waiting } } }', { id: departureId });
    return departure.places;
  }

  /** More seats on a departure; who waits is offered them at once. */
  async addSeats({ poolId, size }: Line, more: number): Promise<void> {
    const { result } = await this.ask<{ result: Outcome }>(
      `mutation($input: SetCapacityInput!) { result: setCapacity(input: $input) { ${REFUSED} } }`, { input: { poolId, capacity: (size ?? 0) + more } });
    must(result, 'setting a capacity');
  }

  /** The last in a line goes first. @returns whether anybody waited */
  async moveLastToFront({ poolId }: Line, reason: string): Promise<boolean> {
    const { waitingList } = await this.ask<{ waitingList: { edges: readonly { node: { position: number | null; registration: { id: string } } }[] } }>(
      'query($id: ID!) { waitingList(poolId: $id, first: 100) { edges { node { position registration { id } } } } }', { id: poolId });
    const last = waitingList.edges.map(({ node }) => node).filter(({ position }) => position !== null).at(-1);
    if (last === undefined) return false;
    const { result } = await this.ask<{ result: Outcome }>(
      `mutation($input: MoveInLineInput!) { result: moveInLine(input: $input) { ${REFUSED} } }`, { input: { registrationId: last.registration.id, poolId, priority: 10, reason } });
    must(result, 'moving somebody in a line');
    return true;
  }

  private ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
    return this.door.ask<Data>(query, variables, this.token);
  }
}
