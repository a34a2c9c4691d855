import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.js';

export const PROCESS_NAMES = ['mailbox', 'api', 'worker', 'web'] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];

/** `--without web --without worker`: what is not to be started here. */
export function readCommandLine(args: readonly string[]): { without: ReadonlySet<ProcessName> } {
  try {
    const { values } = parseArgs({ args: [...args], options: { without: { type: 'string', multiple: true, default: [] } } });
    return { without: new Set(values.without.map(processName)) };
  } catch (fault) {
    if (fault instanceof CannotStart) throw fault;
    throw new CannotStart(fault instanceof Error ? fault.message : String(fault));
  }
}

function processName(text: string): ProcessName {
  const name = PROCESS_NAMES.find((known) => known === text);
  if (name === undefined) throw new CannotStart(`--without ${text}: there is no such process; there are ${PROCESS_NAMES.join(', ')}.`);
  return name;
}
