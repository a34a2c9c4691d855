import 'reflect-metadata';
import type { JobDeclaration } from './declarations.js';

/** What a handler may know about the run. */
export interface JobRun {
  readonly outboxId: string;
  /** 1 for the first try; counted in the outbox, so that a flushed queue does not forget it. */
  readonly attempt: number;
  /** True where another failure sets the job aside. */
  readonly isLast: boolean;
}

/** Does one kind of job. It may be called again after a crash, so what it does twice must have the effect of once. */
export interface JobHandler<Payload extends object> {
  handle(payload: Payload, run: JobRun): Promise<void>;
}

/** Thrown by a handler that cannot do its job yet through nobody's fault: the job comes again and no attempt is used up. */
export class Postponed extends Error {
  override readonly name = 'Postponed';

  /** @param milliseconds until it is tried again; less than a second is taken as a second */
  constructor(readonly milliseconds: number, reason = 'postponed') {
    super(reason);
  }
}

const HANDLES = Symbol('handles');

type HandlerClass<Payload extends object> = abstract new (...dependencies: never[]) => JobHandler<Payload>;

/** Says which job a class does. Nest injects it like any provider. */
export function Handles<Payload extends object>(job: JobDeclaration<Payload>): (handler: HandlerClass<Payload>) => void {
  return (handler) => { Reflect.defineMetadata(HANDLES, job.name, handler); };
}

/** The name of the job that an instance does, or nothing where it does none. */
export function handledBy(instance: object): string | undefined {
  const name: unknown = typeof instance.constructor === 'function' ? Reflect.getMetadata(HANDLES, instance.constructor) : undefined;
  return typeof name === 'string' ? name : undefined;
}
