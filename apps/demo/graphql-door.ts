/** The answer of one mutation: its type's name, and what was asked of it. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
}

const TRIES = 60;
const PAUSE_MS = 1_000;
const TIMEOUT_MS = 30_000;
const BUSY = 'limit.busy';

/** A fault that trying again does not mend. */
export class WrongRequest extends Error {}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly faultId?: string } }[];
}

/**
 * The public GraphQL API, as a patient client uses it: a lost connection, an overloaded or restarting server is tried again
 * with the same idempotency key, for up to a minute.
 */
export class GraphqlDoor {
  /** How often something had to be tried again. */
  retries = 0;

  constructor(readonly url: string) {}

  /** @param from the address that asks, where it is not this machine's: strangers are counted by it */
  async ask<Data>(query: string, variables: Record<string, unknown>, bearer?: string, from?: string): Promise<Data> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(query, variables, bearer, from);
      if (answer !== 'again') return answer as Data;
      if (attempt >= TRIES) throw new Error(`no answer after ${TRIES} tries: ${query.slice(0, 60)}`);
      this.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async once(query: string, variables: Record<string, unknown>, bearer: string | undefined, from: string | undefined): Promise<unknown> {
    let body: Body;
    try {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json', 'accept-language': 'en',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      body = (await response.json()) as Body;
    } catch {
      return 'again';
    }
    const error = body.errors?.[0];
    if (error === undefined && body.data != null) return isBusy(body.data['result']) ? 'again' : body.data;
    if (error === undefined || error.extensions?.faultId !== undefined || error.extensions?.code === BUSY) return 'again';
    throw new WrongRequest(`${error.message} (${error.extensions?.code ?? 'no code'}): ${query.trim().slice(0, 80)}`);
  }
}

/** Too many asked for the same thing at the same moment; nothing was changed. */
function isBusy(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'code' in result && result.code === BUSY;
}

/** The success of a mutation, or an end of the demo that says what was refused. */
export function must<T extends Outcome>(outcome: T, what: string): T {
  if (outcome.code !== undefined) throw new WrongRequest(`${what} was refused: ${outcome.code} ${outcome.message ?? ''} ${JSON.stringify(outcome)}`);
  return outcome;
}
