import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A GraphQL answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string } }[];
}

export interface Asking {
  /** An API token or the secret of a sign-in. */
  readonly bearer?: string | undefined;
  readonly locale?: string;
}

/** What a mutation answered: the success's fields, or a refusal's code. */
export type Outcome = Readonly<Record<string, unknown>> & { readonly __typename?: string; readonly code?: string; readonly message?: string };

/** The code of an answer's first error or refusal, or nothing where all went well. */
export function codeIn({ data, errors }: Answer): string | undefined {
  const [first] = Object.values(data ?? {}) as (Outcome | null)[];
  return errors?.[0]?.extensions.code ?? first?.code;
}

/** GraphQL over a fixed number of kept connections, as a busy client has them. */
export class GraphqlClient {
  private readonly agent: Agent;
  private readonly target: URL;

  constructor(readonly url: string, connections = 16) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.target = new URL('/graphql', url);
  }

  close(): void {
    this.agent.destroy();
  }

  ask(query: string, variables: object = {}, { bearer, locale = 'en' }: Asking = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    return new Promise((resolve, reject) => {
      const sent = request(this.target, {
        method: 'POST', agent: this.agent, timeout: 60_000,
        headers: {
          'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'accept-language': locale,
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
      }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          try {
            resolve({ status: answer.statusCode ?? 0, ...(JSON.parse(text) as Omit<Answer, 'status'>) });
          } catch {
            reject(new Error(`${answer.statusCode ?? 0}: ${text.slice(0, 200)}`));
          }
        });
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer within a minute')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** As `ask`, again and again while too many ask at the same moment: what was refused so has changed nothing. */
  async insist(query: string, variables: object = {}, asking: Asking = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.ask(query, variables, asking);
      if (codeIn(answer) !== 'limit.busy') return answer;
      await pause(50 + Math.random() * 200);
    }
  }

  /** The one field that was asked for. @throws Error where the answer holds errors */
  async one<T = Outcome>(query: string, variables: object = {}, asking: Asking = {}): Promise<T> {
    const { data, errors } = await this.insist(query, variables, asking);
    if (errors !== undefined || data == null) throw new Error(`${JSON.stringify(errors)} for ${query.trim().slice(0, 200)}`);
    return Object.values(data)[0] as T;
  }

  /** A mutation that must not be refused. */
  async done<T = Outcome>(query: string, variables: object = {}, asking: Asking = {}): Promise<T> {
    const outcome = await this.one(query, variables, asking);
    if (outcome.code !== undefined) throw new Error(`refused: ${JSON.stringify(outcome)} for ${query.trim().slice(0, 200)}`);
    return outcome as T;
  }
}
