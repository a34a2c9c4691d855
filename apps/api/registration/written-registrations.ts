import { isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { Batches, UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import type { Registered, Registration } from '#registration';
import { Injectable } from '@nestjs/common';

/** Reads what a verb wrote, for its answer; for those of a crowd by one statement. */
@Injectable()
export class WrittenRegistrations {
  private readonly written = new Batches((ids: readonly RegistrationId[]) => this.byIds(ids));

  constructor(private readonly work: UnitOfWork, private readonly registrations: Registrations) {}

  async of(answer: Registered | Refusal): Promise<Registration | Refusal> {
    if (isRefusal(answer)) return answer;
    const registration = answer.registration ?? await this.written.ask(answer.registrationId);
    if (registration === undefined) throw new Error(`registration ${answer.registrationId} was written and is not there`);
    return registration;
  }

  private async byIds(ids: readonly RegistrationId[]): Promise<(Registration | undefined)[]> {
    const byId = new Map((await this.registrations.byIds(this.work.reader, ids)).map((registration) => [registration.id, registration]));
    return ids.map((id) => byId.get(id));
  }
}
