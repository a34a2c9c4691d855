import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import type { Registration, RegistrationRef } from '#registration';
import { Injectable } from '@nestjs/common';

/** Reads what a verb wrote, for its answer. */
@Injectable()
export class WrittenRegistrations {
  constructor(private readonly work: UnitOfWork, private readonly registrations: Registrations) {}

  async of(answer: RegistrationRef | Refusal): Promise<Registration | Refusal> {
    if (isRefusal(answer)) return answer;
    const registration = await this.registrations.byId(this.work.reader, answer.registrationId);
    if (registration === null) throw new Error(`registration ${answer.registrationId} was written and is not there`);
    return registration;
  }
}
