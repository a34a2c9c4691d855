import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { CarryOnRun, carryOnRun } from '#registration';
import type { RegistrationRunId } from '#registration';

/** Carries out a decision of staff over many registrations. */
@Handles(carryOnRun)
export class CarryOnRunHandler implements JobHandler<{ runId: RegistrationRunId }> {
  constructor(private readonly carryOn: CarryOnRun) {}

  async handle({ runId }: { runId: RegistrationRunId }): Promise<void> {
    await this.carryOn.run(runId);
  }
}
