import { Conferences } from '#conferences';
import { Audit, systemActor } from '#identity';
import { Clock } from '#kernel';
import type { ConferenceId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DocumentErasure } from './document-erasure.js';
import type { Erased } from './document-erasure.js';

/**
 * Erases travel documents and uploaded files when the days that a conference keeps them are over (docs/decisions/retention.md).
 * The log says of each conference how many, never whose. Doing it again finds nothing.
 */
@Injectable()
export class EraseDocuments {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly erasure: DocumentErasure,
    private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while (await this.work.run((tx) => this.batch(tx))) continue;
  }

  /** @returns whether there may be more */
  private async batch(tx: Tx): Promise<boolean> {
    const past = await this.conferences.documentsPast(tx.em, this.clock.now());
    if (past.length === 0) return false;
    const files = await this.erasure.ofRegistrations(tx, past);
    const documents = await this.erasure.ofPeople(tx, past);
    await this.write(tx, past, documents, files);
    return files.isFull || documents.isFull;
  }

  private async write(tx: Tx, past: readonly ConferenceId[], documents: Erased, files: Erased): Promise<void> {
    for (const conferenceId of past) {
      const data = { documents: documents.counts.get(conferenceId) ?? 0, files: files.counts.get(conferenceId) ?? 0 };
      if (data.documents + data.files === 0) continue;
      await this.audit.write(tx, { actor: systemActor, action: 'registration.documents-erased', subjectKind: 'conference', subjectId: conferenceId, conferenceId, data });
    }
  }
}
