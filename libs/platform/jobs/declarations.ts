/** `letters` is the lane of transactional mail; `campaigns` that of mass mail; `work` everything else. */
export type QueueName = 'letters' | 'campaigns' | 'work';

export interface JobDeclaration<Payload extends object> {
  readonly kind: 'job';
  readonly name: string;
  readonly queue: QueueName;
  /** How often the job is tried before it is set aside as failed. */
  readonly attempts: number;
  readonly payload?: Payload;
}

export interface FactDeclaration<Payload extends object> {
  readonly kind: 'fact';
  readonly name: string;
  readonly payload?: Payload;
}

const declaredJobs = new Map<string, JobDeclaration<object>>();
const declaredFacts = new Map<string, FactDeclaration<object>>();

/** Declares a job as data. The payload holds ids only; the boot of the worker fails unless exactly one handler exists. */
export function job<Payload extends object>(name: string, options: { queue: QueueName; attempts: number }): JobDeclaration<Payload> {
  if (declaredJobs.has(name)) throw new Error(`job ${name} is declared twice`);
  const declaration: JobDeclaration<Payload> = { kind: 'job', name, ...options };
  declaredJobs.set(name, declaration);
  return declaration;
}

/** Declares a fact: something that has happened, named in the past tense. */
export function fact<Payload extends object>(name: string): FactDeclaration<Payload> {
  if (declaredFacts.has(name)) throw new Error(`fact ${name} is declared twice`);
  const declaration: FactDeclaration<Payload> = { kind: 'fact', name };
  declaredFacts.set(name, declaration);
  return declaration;
}

export function allDeclaredJobs(): readonly JobDeclaration<object>[] {
  return [...declaredJobs.values()];
}

export function allDeclaredFacts(): readonly FactDeclaration<object>[] {
  return [...declaredFacts.values()];
}
