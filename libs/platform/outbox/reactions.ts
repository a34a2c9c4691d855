import type { FactDeclaration, JobDeclaration } from '../jobs/declarations.js';

/** One job that follows from a fact. */
export interface Reaction {
  readonly factName: string;
  readonly jobName: string;
  /** The job's payload, or nothing where this fact calls for no such job. */
  readonly payloadFor: (fact: object) => object | undefined;
}

/** Wires a job to a fact: whenever the fact is recorded, the job is enqueued with what `payload` makes of it. */
export function reaction<Fact extends object, Payload extends object>(
  fact: FactDeclaration<Fact>,
  job: JobDeclaration<Payload>,
  payload: (fact: Fact) => Payload | undefined,
): Reaction {
  return { factName: fact.name, jobName: job.name, payloadFor: (recorded) => payload(recorded as Fact) };
}
