/** One line of the table: how the project stands to one peer or limit. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  /** Project to peer; a plain figure where there is no peer. Null where the peer could not be had. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
  readonly boundBy: string;
}

export interface BenchOptions {
  /** Seconds of one turn. */
  readonly seconds: number;
  readonly rounds: number;
  /** Proves that the bench works, in seconds; figures mean nothing. */
  readonly short: boolean;
  /** Rows that take many minutes too. */
  readonly long: boolean;
}

/** What a goal asks of a figure: at least, or at most. */
export interface Goal {
  readonly least?: number;
  readonly most?: number;
}

export function said({ least, most }: Goal): string {
  return least !== undefined ? `>= ${least}` : most !== undefined ? `<= ${most}` : 'none';
}

export function holds(figure: number, { least, most }: Goal): boolean {
  return (least === undefined || figure >= least) && (most === undefined || figure <= most);
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function rounded(figure: number): number {
  return figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(3));
}

/** A row that compares a figure of the project with one of a peer. */
export function compared(name: string, unit: string, own: number, peer: string, its: number | undefined, goal: Goal, boundBy: string): Row {
  const ratio = its === undefined || its === 0 ? null : own / its;
  return {
    name, unit, peer, boundBy, value: rounded(own), ratio: ratio === null ? null : rounded(ratio), goal: said(goal),
    met: ratio === null ? null : holds(ratio, goal),
  };
}

/** A row whose figure is the goal's own measure. */
export function plain(name: string, unit: string, own: number, goal: Goal, boundBy: string, peer = 'none'): Row {
  return { name, unit, peer, boundBy, value: rounded(own), ratio: null, goal: said(goal), met: holds(own, goal) };
}
