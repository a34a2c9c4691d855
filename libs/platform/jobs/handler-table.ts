import type { JobDeclaration } from './declarations.js';
import { handledBy } from './handles.js';
import type { JobHandler } from './handles.js';

/** Which handler does which job. It cannot be made unless each declared job has exactly one. */
export class HandlerTable {
  private readonly handlers = new Map<string, JobHandler<object>>();

  /** @throws Error naming every job without a handler and every job with two */
  constructor(declared: readonly JobDeclaration<object>[], candidates: readonly object[]) {
    const problems: string[] = [];
    for (const candidate of candidates) {
      const name = handledBy(candidate);
      if (name === undefined) continue;
      const other = this.handlers.get(name);
      if (other !== undefined) problems.push(`job ${name} has two handlers: ${other.constructor.name} and ${candidate.constructor.name}`);
      this.handlers.set(name, candidate as JobHandler<object>);
    }
    for (const { name } of declared) if (!this.handlers.has(name)) problems.push(`job ${name} has no handler`);
    const known = new Set(declared.map(({ name }) => name));
    for (const name of this.handlers.keys()) if (!known.has(name)) problems.push(`job ${name} has a handler but is not declared`);
    if (problems.length > 0) throw new Error(`the worker cannot start: ${problems.join('; ')}`);
  }

  handlerOf(name: string): JobHandler<object> | undefined {
    return this.handlers.get(name);
  }
}
