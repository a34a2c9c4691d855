import { setTimeout as sleep } from 'node:timers/promises';
import { fact, Handles, job, Postponed, reaction } from '#platform';
import type { JobHandler, JobRun } from '#platform';
import type { DataSource } from 'typeorm';

/** Jobs that write down each time they are done, so that tests can count. */
export interface TrialPayload {
  readonly label: string;
}

export const trialNote = job<TrialPayload>('trial.note', { queue: 'work', attempts: 3 });
export const trialSlow = job<TrialPayload & { seconds: number }>('trial.slow', { queue: 'letters', attempts: 3 });
export const trialPoison = job<TrialPayload>('trial.poison', { queue: 'work', attempts: 3 });
export const trialFailing = job<TrialPayload & { times: number }>('trial.failing', { queue: 'campaigns', attempts: 3 });
export const trialLater = job<TrialPayload>('trial.later', { queue: 'work', attempts: 1 });
export const trialHappened = fact<TrialPayload>('trial.happened');

export const trialReactions = [
  reaction(trialHappened, trialNote, ({ label }) => ({ label: `${label}/first` })),
  reaction(trialHappened, trialNote, ({ label }) => ({ label: `${label}/second` })),
  reaction(trialHappened, trialFailing, ({ label }) => (label === 'never' ? { label, times: 1 } : undefined)),
];

/** Creates the table of effects; without a unique key, so that a job done twice shows. */
export async function prepareTrials(source: DataSource): Promise<void> {
  await source.query('CREATE TABLE trial_effect (label text NOT NULL, pid integer NOT NULL, attempt integer NOT NULL, at timestamptz NOT NULL DEFAULT now())');
  await source.query('CREATE TABLE trial_begun (label text NOT NULL, pid integer NOT NULL)');
}

async function effect(source: DataSource, label: string, run: JobRun): Promise<void> {
  await source.query('INSERT INTO trial_effect (label, pid, attempt) VALUES ($1, $2, $3)', [label, process.pid, run.attempt]);
}

@Handles(trialNote)
class Note implements JobHandler<TrialPayload> {
  constructor(private readonly source: DataSource) {}
  async handle({ label }: TrialPayload, run: JobRun): Promise<void> {
    await effect(this.source, label, run);
  }
}

@Handles(trialSlow)
class Slow implements JobHandler<TrialPayload & { seconds: number }> {
  constructor(private readonly source: DataSource) {}
  async handle({ label, seconds }: TrialPayload & { seconds: number }, run: JobRun): Promise<void> {
    await this.source.query('INSERT INTO trial_begun VALUES ($1, $2)', [label, process.pid]);
    await sleep(seconds * 1_000);
    await effect(this.source, label, run);
  }
}

@Handles(trialPoison)
class Poison implements JobHandler<TrialPayload> {
  constructor(private readonly source: DataSource) {}
  async handle({ label }: TrialPayload): Promise<void> {
    await this.source.query('INSERT INTO trial_begun VALUES ($1, $2)', [label, process.pid]);
    process.kill(process.pid, 'SIGKILL');
    await sleep(60_000);
  }
}

@Handles(trialFailing)
class Failing implements JobHandler<TrialPayload & { times: number }> {
  constructor(private readonly source: DataSource) {}
  async handle({ label, times }: TrialPayload & { times: number }, run: JobRun): Promise<void> {
    if (run.attempt <= times) throw new Error(`no luck for li.wei@example.org at attempt ${run.attempt}`);
    await effect(this.source, label, run);
  }
}

@Handles(trialLater)
class Later implements JobHandler<TrialPayload> {
  private comes = 0;
  constructor(private readonly source: DataSource) {}
  async handle({ label }: TrialPayload, run: JobRun): Promise<void> {
    this.comes += 1;
    if (this.comes === 1) throw new Postponed(1_000);
    await effect(this.source, label, run);
  }
}

export function trialHandlers(source: DataSource): readonly object[] {
  return [new Note(source), new Slow(source), new Poison(source), new Failing(source), new Later(source)];
}
