import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { Files } from '#media';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Registration } from './registration.entity.js';

/** Binds uploaded files to the registration whose answers name them, so that staff may read them and they are kept. */
@Injectable()
export class AttachedFiles {
  constructor(private readonly files: Files) {}

  /** Refuses files that do not exist or that somebody else uploaded. `before` is the registration as it was. */
  async bind(tx: Tx, actor: Actor, registration: Registration, before?: Registration): Promise<Refusal<'input.invalid'> | undefined> {
    const named = registration.answers.filter((answer) => answer.fileId !== undefined);
    if (named.length === 0 && !(before?.answers.some((answer) => answer.fileId !== undefined) ?? false)) return undefined;
    const unusable = await this.files.setUses(tx, {
      conferenceId: registration.conferenceId, usedBy: registration.id, owner: { principal: actor.principal, accountId: actor.accountId },
      fileIds: named.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])),
    });
    if (unusable.length === 0) return undefined;
    return invalid(named.filter(({ fileId }) => fileId !== undefined && unusable.includes(fileId)).map(({ question }) => ({ path: `answers.${question}`, code: 'unknown' })));
  }
  /** Lets go of all files of a registration: what nothing else uses is thrown away within the hour. */
  async release(tx: Tx, { id, conferenceId }: Registration): Promise<void> {
    await this.files.setUses(tx, { conferenceId, usedBy: id, fileIds: [], owner: { principal: systemActor.principal, accountId: null } });
  }
}
