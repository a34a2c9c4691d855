import { LineDown, PATIENCE } from './open-connection.js';
import type { Patience } from './open-connection.js';
import { PipedLine } from './piped-line.js';
import type { SmtpServer } from './smtp-server.js';

/** A mail server by the name that staff know it by. */
export interface NamedServer {
  readonly name: string;
  readonly server: SmtpServer;
  /** The most it takes of us a minute. */
  readonly perMinute: number | undefined;
}

/** A line with the name of the server that it leads to. */
export interface StockedLine {
  readonly sender: string;
  readonly line: PipedLine;
}

/** All the lines that the server takes at a time are in use. */
export interface NoneFree {
  readonly isCrowded: true;
}

/** No mail server takes letters now. */
export interface AllAway {
  /** When the first of them is asked again. */
  readonly restMs: number;
  readonly away: readonly { readonly sender: string; readonly answer: string }[];
}

interface Standing {
  readonly idle: PipedLine[];
  inUse: number;
  /** So many lines it takes at a time, as long as that is believed. */
  most: number;
  mostUntil: number;
  restMs: number;
  closedUntil: number;
  answer: string;
}

const SHORTEST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;
const MOST_BELIEVED_MS = 300_000;

/** Lines for mailings to all the mail servers there are: the next is used where one is away, in the order that is asked for. */
export class LineStock {
  private readonly standings = new Map<string, Standing>();
  private shifts = 0;

  constructor(readonly servers: readonly NamedServer[], private readonly patience: Patience = PATIENCE) {
    for (const { name } of servers) this.standings.set(name, { idle: [], inUse: 0, most: Infinity, mostUntil: 0, restMs: 0, closedUntil: 0, answer: '' });
  }

  /** The servers of these names, in this order; all where none is named or known. */
  among(names: readonly string[]): readonly NamedServer[] {
    const known = names.flatMap((name) => this.servers.find((one) => one.name === name) ?? []);
    return known.length > 0 ? known : this.servers;
  }

  /** A mailing is being sent until the answer is called; the lines are shared among all of them. */
  enter(): () => void {
    this.shifts += 1;
    return () => { this.shifts -= 1; };
  }

  /** How many lines one mailing may have. */
  share(servers: readonly NamedServer[]): number {
    const most = Math.max(...servers.map((server) => this.mostOf(server)));
    return Math.max(1, Math.floor(most / Math.max(1, this.shifts)));
  }

  /** A line to the first server that is not away. Give it back by `release`, open or not. */
  async take(servers: readonly NamedServer[]): Promise<StockedLine | NoneFree | AllAway> {
    for (const one of servers) {
      const standing = this.standingOf(one.name);
      if (standing.inUse >= this.mostOf(one)) return { isCrowded: true };
      standing.inUse += 1;
      const line = this.idleOf(standing) ?? await this.opened(one, standing);
      if (line !== undefined) return { sender: one.name, line };
      standing.inUse -= 1;
      // It speaks with us over other lines: this one is too many (such as Postfix's smtpd_client_connection_count_limit).
      if (standing.inUse > 0 && standing.most === standing.inUse) return { isCrowded: true };
    }
    const standings = servers.map(({ name }) => ({ sender: name, ...this.standingOf(name) }));
    return {
      restMs: this.restOf(servers),
      away: standings.map(({ sender, answer }) => ({ sender, answer })),
    };
  }

  /** Milliseconds until the first of them is asked again. */
  restOf(servers: readonly NamedServer[]): number {
    return Math.max(SHORTEST_REST_MS, Math.min(...servers.map(({ name }) => this.standingOf(name).closedUntil)) - performance.now());
  }

  /** The server is away, or refuses us: it rests, each time twice as long. */
  turnedAway(name: string, answer: string): void {
    const standing = this.standingOf(name);
    standing.answer = answer;
    standing.most = Infinity;
    if (performance.now() < standing.closedUntil) return;
    standing.restMs = Math.min(Math.max(standing.restMs * 2, SHORTEST_REST_MS), LONGEST_REST_MS);
    standing.closedUntil = performance.now() + standing.restMs;
    for (const line of standing.idle.splice(0)) line.close();
  }

  /** It has taken a letter: its next rest is a short one again. */
  served(name: string): void {
    const standing = this.standings.get(name);
    if (standing !== undefined && standing.restMs > 0 && performance.now() >= standing.closedUntil) standing.restMs = 0;
  }

  release({ sender, line }: StockedLine): void {
    const standing = this.standingOf(sender);
    standing.inUse -= 1;
    if (line.isOpen) standing.idle.push(line);
    else line.close();
  }

  close(): void {
    for (const { idle } of this.standings.values()) for (const line of idle.splice(0)) line.close();
  }

  private idleOf(standing: Standing): PipedLine | undefined {
    for (let kept = standing.idle.pop(); kept !== undefined; kept = standing.idle.pop()) {
      if (kept.isOpen) return kept;
      kept.close();
    }
    return undefined;
  }

  /** Nothing where the server is away, or has as many of our lines as it takes. */
  private async opened({ name, server }: NamedServer, standing: Standing): Promise<PipedLine | undefined> {
    if (performance.now() < standing.closedUntil) return undefined;
    try {
      const line = await PipedLine.to(server, this.patience);
      standing.restMs = 0;
      standing.answer = '';
      return line;
    } catch (fault) {
      if (!(fault instanceof LineDown)) throw fault;
      const others = standing.inUse - 1;
      if (others > 0) [standing.most, standing.mostUntil] = [others, performance.now() + MOST_BELIEVED_MS];
      else this.turnedAway(name, fault.message);
      return undefined;
    }
  }

  private mostOf({ name, server }: NamedServer): number {
    const standing = this.standingOf(name);
    if (performance.now() > standing.mostUntil) standing.most = Infinity;
    return Math.min(server.lines, standing.most);
  }

  private standingOf(name: string): Standing {
    const standing = this.standings.get(name);
    if (standing === undefined) throw new Error(`there is no mail server ${name}`);
    return standing;
  }
}
