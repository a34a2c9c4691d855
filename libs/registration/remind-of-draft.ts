import type { RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationLetters } from './registration-letters.js';
import { RegistrationStore } from './registration.store.js';

/** How long a draft may rest before its owner is sent the way back to it. */
export const DRAFT_REST_MINUTES = 30;

/** Sends the owner of a draft the way back to it, once a draft; whoever has handed it in meanwhile is not bothered. */
@Injectable()
export class RemindOfDraft {
  constructor(private readonly work: UnitOfWork, private readonly store: RegistrationStore, private readonly letters: RegistrationLetters) {}

  async run(registrationId: RegistrationId): Promise<void> {
    await this.work.run(async (tx) => {
      const registration = await this.store.lock(tx, registrationId);
      if (registration?.state !== 'DRAFT') return;
      await this.letters.link(tx, registration, 'ASKED', `${registration.id}:draft`);
    });
  }
}
