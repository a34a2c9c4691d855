import type { Log } from '../log/log.js';

/** What a process has to close, once it has started. */
export interface Started {
  readonly log: Log;
  readonly close: () => Promise<void>;
}

/** The process that is told; a test gives one of its own. */
type Told = Pick<NodeJS.Process, 'on' | 'exit'>;

/**
 * Ends the process cleanly, once, on SIGTERM, SIGINT or SIGHUP: exit code 0, or 1 where something would not close. Called
 * before anything is ready, since the signal may come at any moment: then the start is finished first and closed at once.
 * A start that fails is for its caller to tell.
 */
export function endWhenTold(name: string, started: Promise<Started>, told: Told = process): void {
  let ending = false;
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    const { log, close } = await started;
    log.info(`${name} ends`, { signal });
    try {
      await close();
    } catch (fault) {
      log.fault(`${name} did not end cleanly`, fault);
      told.exit(1);
    }
    told.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) told.on(signal, () => { end(signal).catch(() => undefined); });
}
