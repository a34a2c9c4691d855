/** How many refusals or deferrals in a row close a domain. */
export const REFUSALS_THAT_CLOSE = 10;
const FIRST_REST_MS = 5 * 60_000;
const LONGEST_REST_MS = 2 * 60 * 60_000;

export interface Closing {
  readonly domain: string;
  readonly refusals: number;
  /** How often in a row. */
  readonly times: number;
  readonly restMs: number;
  readonly answer: string;
}

interface Circuit {
  refusals: number;
  times: number;
  closedUntil: number;
  /** One letter tries whether the domain takes mail again. */
  isTried: boolean;
}

/**
 * A circuit breaker for each domain: where it turns letter after letter away, 4xx or 5xx, the rest is kept back for a
 * while, twice as long each time; then one letter tries. What goes on knocking loses its good name.
 */
export class Breakers {
  private readonly circuits = new Map<string, Circuit>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  mayGo(domain: string): boolean {
    const circuit = this.circuits.get(domain);
    return circuit === undefined || circuit.closedUntil === 0 || (circuit.closedUntil <= this.now() && !circuit.isTried);
  }

  /** A letter to it is under way. */
  begun(domain: string): void {
    const circuit = this.circuits.get(domain);
    if (circuit !== undefined && circuit.closedUntil > 0) circuit.isTried = true;
  }

  /** It never came to an answer about the letter: the domain is as it was. */
  unanswered(domain: string): void {
    const circuit = this.circuits.get(domain);
    if (circuit !== undefined) circuit.isTried = false;
  }

  /** True where the domain had been closed and takes letters again. */
  accepted(domain: string): boolean {
    const circuit = this.circuits.get(domain);
    return circuit !== undefined && this.circuits.delete(domain) && circuit.times > 0;
  }

  /** Something to tell where this refusal closes the domain. */
  turnedAway(domain: string, answer: string): Closing | undefined {
    const circuit = this.circuits.get(domain) ?? { refusals: 0, times: 0, closedUntil: 0, isTried: false };
    this.circuits.set(domain, circuit);
    circuit.refusals += 1;
    const wasTrial = circuit.isTried;
    circuit.isTried = false;
    if (!wasTrial && (circuit.closedUntil > 0 || circuit.refusals < REFUSALS_THAT_CLOSE)) return undefined;
    circuit.times += 1;
    const restMs = Math.min(FIRST_REST_MS * 2 ** (circuit.times - 1), LONGEST_REST_MS);
    circuit.closedUntil = this.now() + restMs;
    return { domain, refusals: circuit.refusals, times: circuit.times, restMs, answer };
  }

  /** As an earlier run of the mailing left it. */
  close(domain: string, refusals: number, times: number, restMs: number): void {
    this.circuits.set(domain, { refusals, times, closedUntil: this.now() + restMs, isTried: false });
  }

  /** Domains that rest now. */
  closed(): readonly string[] {
    return [...this.circuits].filter(([domain]) => !this.mayGo(domain)).map(([domain]) => domain);
  }

  /** Milliseconds until the first of them is tried again. */
  soonest(): number | undefined {
    const rests = [...this.circuits.values()].flatMap(({ closedUntil }) => (closedUntil > 0 ? [Math.max(0, closedUntil - this.now())] : []));
    return rests.length === 0 ? undefined : Math.min(...rests);
  }
}
