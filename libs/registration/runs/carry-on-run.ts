import { StandingActors } from '#identity';
import type { Actor } from '#identity';
import { Clock, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { isBusy, LOG, UnitOfWork } from '#platform';
import type { Log, Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { RunDeeds } from './run-deeds.js';
import { RunOutcome } from './run-outcome.entity.js';
import { RegistrationRun } from './run.entity.js';
import type { RegistrationRunId } from './run.entity.js';

/** As many as a look at the run is worth: roles that were revoked meanwhile end it within so many. */
const SLICE = 100;
const NEXT = `
  WITH next AS (SELECT coalesce(max(position), 0) + 1 AS position FROM registration_run_outcome WHERE run_id = $1)
  SELECT next.position, r.registration_ids[next.position : next.position + ${SLICE - 1}] AS ids FROM registration_run r, next WHERE r.id = $1`;
const KEEP = 'INSERT INTO registration_run_outcome (run_id, conference_id, position, registration_id, refused, refused_data) VALUES ($1, $2, $3, $4, $5, $6)';

/**
 * Carries out a run, one registration after the other, each in a transaction of its own that also says what came of it.
 * A worker that is killed leaves none half done, and the next goes on behind the last; where two run at once, the
 * lock on the run and the unique place of an outcome keep each registration from being decided twice.
 */
@Injectable()
export class CarryOnRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deeds: RunDeeds,
    private readonly actors: StandingActors,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(id: RegistrationRunId): Promise<void> {
    while (await this.slice(id));
  }

  /** @returns whether there may be more */
  private async slice(id: RegistrationRunId): Promise<boolean> {
    const run = await this.work.reader.findOneBy(RegistrationRun, { id });
    if (run === null) return false;
    const actor = await this.actors.of(this.work.reader, run.accountId, run.tokenId);
    const { position, ids } = await this.work.run((tx) => this.next(tx, id));
    for (const [at, registrationId] of ids.entries()) {
      if (!await this.one(actor, run, position + at, registrationId)) return false;
    }
    if (ids.length === SLICE) return true;
    await this.work.run((tx) => tx.query('UPDATE registration_run SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL AND stopped_at IS NULL', [id, this.clock.now()]));
    return false;
  }

  private async next(tx: Tx, id: RegistrationRunId): Promise<{ position: number; ids: RegistrationId[] }> {
    const [next] = await tx.query<{ position: number; ids: RegistrationId[] }>(NEXT, [id]);
    return next ?? { position: 1, ids: [] };
  }

  /** @returns false where the run was stopped, or somebody else is ahead */
  private async one(actor: Actor, run: RegistrationRun, position: number, registrationId: RegistrationId): Promise<boolean> {
    const outcome = [run.id, run.conferenceId, position, registrationId];
    const answer = await this.work.run(async (tx) => {
      if (!await this.isTurn(tx, run, position)) return false;
      const refusal = await this.deeds.within(tx, actor, run, registrationId);
      if (refusal !== undefined) return refusal;
      await tx.query(KEEP, [...outcome, null, null]);
      return true;
    }).catch((fault: unknown) => this.failed(fault));
    if (!isRefusal(answer)) return answer;
    // What was refused is rolled back; that it was is written by itself.
    return this.work.run(async (tx) => {
      if (!await this.isTurn(tx, run, position)) return false;
      await tx.query(KEEP, [...outcome, answer.refused, JSON.stringify(answer.data)]);
      return true;
    });
  }

  /** Locks the run: one registration is decided at a time, and a stop holds from the next on. */
  private async isTurn(tx: Tx, { id }: RegistrationRun, position: number): Promise<boolean> {
    const [run] = await tx.query<{ stopped: boolean }>('SELECT stopped_at IS NOT NULL AS stopped FROM registration_run WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return run?.stopped === false && !await tx.em.existsBy(RunOutcome, { runId: id, position });
  }

  private failed(fault: unknown): Refusal {
    return isBusy(fault) ? refuse('limit.busy') : refuse('fault.try-again', { faultId: this.log.fault('a decision of a run failed', fault) });
  }
}
