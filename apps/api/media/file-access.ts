import { Conferences, scopeOf } from '#conferences';
import { may } from '#identity';
import type { Actor } from '#identity';
import { isId } from '#kernel';
import type { FileId, RegistrationId } from '#kernel';
import { Files, isOwner, isTable } from '#media';
import type { File } from '#media';
import { UnitOfWork } from '#platform';
import { manages, Registrations } from '#registration';
import { Injectable } from '@nestjs/common';

/** Who may read a file: whoever sent it, who manages the registration that uses it, and staff of its conference. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: Files,
    private readonly conferences: Conferences,
    private readonly registrations: Registrations,
  ) {}

  /** The file, or null where there is none for this actor: which of the two it is, nobody learns. */
  async fileFor(actor: Actor, id: string): Promise<File | null> {
    const file = isId(id) ? await this.files.byId(this.work.reader, id as FileId) : null;
    // A table of contacts is for whoever sent it: staff who see registrations need not see it.
    return file !== null && (isOwner(file, actor) || (!isTable(file.mediaType) && (await this.mayReadUsed(actor, file.id)))) ? file : null;
  }

  private async mayReadUsed(actor: Actor, id: FileId): Promise<boolean> {
    const uses = await this.files.usesOf(this.work.reader, id);
    if (uses.length === 0) return false;
    const conferences = await this.conferences.byIds(this.work.reader, uses.map(({ conferenceId }) => conferenceId));
    if (conferences.some((conference) => may(actor, 'registration.read', scopeOf(conference)))) return true;
    const registrations = await this.registrations.byIds(this.work.reader, uses.map(({ usedBy }) => usedBy as RegistrationId));
    return registrations.some((registration) => manages(actor, registration));
  }
}
