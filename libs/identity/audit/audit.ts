import { newId } from '#kernel';
import type { ConferenceId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';

/** A deed to be remembered. No personal data: ids, states and counts only, so that erasing a person needs no hole in the log. */
export interface Deed {
  readonly actor: Actor;
  /** Past tense with its context, for example 'registration.document-revealed'. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly conferenceId?: ConferenceId;
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** The append-only log of deeds; a line is written by the transaction of the deed, and sealed into the chain soon after. */
@Injectable()
export class Audit {
  async write(tx: Tx, deed: Deed): Promise<void> {
    await tx.query(
      `INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_kind, subject_id, conference_id, data)
       VALUES ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), deed.actor.kind, deed.actor.tokenId ?? deed.actor.accountId, deed.action, deed.subjectKind, deed.subjectId,
        deed.conferenceId ?? null, JSON.stringify(deed.data ?? {})],
    );
  }
}
