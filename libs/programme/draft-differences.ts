import { Injectable } from '@nestjs/common';
import type { ConferenceId } from '#kernel';
import type { EntityManager } from 'typeorm';
import { differences } from './differences.js';
import type { ProgrammeDifference } from './differences.js';
import { DraftProgrammes, Programmes } from './programmes.js';

/** What the next release of a conference's programme would change. */
@Injectable()
export class DraftDifferences {
  constructor(private readonly programmes: Programmes, private readonly drafts: DraftProgrammes) {}

  async of(em: EntityManager, conferenceId: ConferenceId): Promise<readonly ProgrammeDifference[]> {
    const shown = await this.programmes.whole(em, conferenceId);
    const draft = await this.drafts.whole(em, conferenceId);
    const here = new Set(draft.sessions.map(({ id }) => id));
    const gone = await this.drafts.sessions(em, shown.sessions.map(({ id }) => id).filter((id) => !here.has(id)));
    return differences(shown, draft, gone);
  }
}
