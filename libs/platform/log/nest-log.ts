import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Nest's own lines in our log: `app.useLogger(new NestLog(log))`. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.lines.info(textOf(message), contextOf(rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.lines.warn(textOf(message), contextOf(rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.lines.debug(textOf(message), contextOf(rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.lines.debug(textOf(message), contextOf(rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.lines.fault(textOf(message), message instanceof Error ? message : new Error(textOf(rest[0] ?? message)), contextOf(rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

function textOf(message: unknown): string {
  return typeof message === 'string' ? message : message instanceof Error ? message.message : JSON.stringify(message) ?? '';
}

// Nest passes the name of the class that speaks as the last argument.
function contextOf(rest: readonly unknown[]): { context?: string } {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? { context: last } : {};
}
