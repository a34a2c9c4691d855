import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line written during one request or job carries, so that its lines can be found together. */
export interface LogScope {
  readonly requestId?: string;
  readonly outboxId?: string;
  readonly jobName?: string;
  readonly sweep?: string;
}

const scopes = new AsyncLocalStorage<LogScope>();

/** Runs `work` with `scope` on each of its log lines; an inner scope adds to the outer one. */
export function inLogScope<T>(scope: LogScope, work: () => T): T {
  return scopes.run({ ...scopes.getStore(), ...scope }, work);
}

export function currentLogScope(): LogScope {
  return scopes.getStore() ?? {};
}
