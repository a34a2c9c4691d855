import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { DestinationStream, Level } from 'pino';
import { currentLogScope } from './log-scope.js';
import { describeFault, scrub, scrubFields } from './scrub.js';

export type LogFields = Readonly<Record<string, unknown>>;

/** Where classes write; tests give one that remembers. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** Writes a fault and gives the id under which it can be found: the only thing about it that a caller may be told. */
  fault(message: string, fault: unknown, fields?: LogFields): string;
}

/** A short id that a person can read out over the phone (no letters that look alike, Crockford's base 32). */
export function newFaultId(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const text = Array.from(randomBytes(10), (byte) => letters.charAt(byte & 31)).join('');
  return `F-${text.slice(0, 5)}-${text.slice(5)}`;
}

/** One JSON line an entry (pino), with the request or job it belongs to. Personal data is blotted out before it is written. */
export class JsonLog implements Log {
  private readonly lines;

  constructor(options: { level: string; application: string; destination?: DestinationStream }) {
    const settings = { level: options.level, base: { application: options.application, pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime };
    this.lines = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  }

  debug(message: string, fields: LogFields = {}): void {
    this.write('debug', message, fields);
  }

  info(message: string, fields: LogFields = {}): void {
    this.write('info', message, fields);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.write('warn', message, fields);
  }

  fault(message: string, fault: unknown, fields: LogFields = {}): string {
    const faultId = newFaultId();
    this.write('error', message, { ...fields, faultId, fault: describeFault(fault) });
    return faultId;
  }

  private write(level: Level, message: string, fields: LogFields): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const { fault, ...others } = fields;
    this.lines[level]({ ...currentLogScope(), ...scrubFields(others), ...(fault === undefined ? {} : { fault }) }, scrub(message));
  }
}

/** Writes nothing. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  fault: () => newFaultId(),
};
