import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isRefusal, refuse } from '#kernel';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from '../conditions.js';
import { staffMay } from '../registration.policy.js';
import { Sight } from '../sight.js';
import { checkTags, MOST_TAGS } from './tag.rules.js';

/** What is to be put on a registration, and what taken off; a tag in both is taken off. */
export interface TagChange {
  readonly add?: readonly string[] | null | undefined;
  readonly remove?: readonly string[] | null | undefined;
}

/** A tag in use, with how many registrations of the conference bear it. */
export interface UsedTag {
  readonly tag: string;
  readonly count: number;
}

/** What came of a change: the tags as they were read, tidy and each once. */
interface Tagged {
  readonly conferenceId: ConferenceId;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

// Said twice, since the row's own lock makes it true of the tags that somebody else put on a moment before.
const THEN = 'array(SELECT DISTINCT tag FROM unnest(tags || $2::text[]) AS tag WHERE tag <> ALL ($3::text[]) ORDER BY tag)';
const CHANGE = `UPDATE registration SET tags = ${THEN} WHERE id = $1 AND cardinality(${THEN}) <= ${MOST_TAGS} RETURNING id`;
const USED = `
  SELECT tag, count(*)::int AS count FROM registration r CROSS JOIN LATERAL unnest(r.tags) AS tag
  WHERE r.conference_id = $1 AND r.tags <> '{}' GROUP BY tag ORDER BY tag LIMIT 500`;

/**
 * The words that staff put on registrations to find them again. They say nothing to the delegate, change no state and
 * raise no version, so that nobody's editing is disturbed. Refused: `registration.tags-full`, `input.invalid`.
 */
@Injectable()
export class TagRegistration {
  constructor(private readonly work: UnitOfWork, private readonly sight: Sight, private readonly conditions: ConditionsDesk, private readonly audit: Audit) {}

  run(actor: Actor, id: RegistrationId, change: TagChange): Promise<{ registrationId: RegistrationId } | Refusal> {
    return this.work.run(async (tx) => {
      const done = await this.within(tx, actor, id, change);
      if (isRefusal(done)) return done;
      const { conferenceId, added, removed } = done;
      await this.audit.write(tx, { actor, action: 'registration.tagged', subjectKind: 'registration', subjectId: id, conferenceId, data: { added, removed } });
      return { registrationId: id };
    });
  }

  /** One of many, whose run is in the audit log. */
  async within(tx: Tx, actor: Actor, id: RegistrationId, { add, remove }: TagChange): Promise<Tagged | Refusal> {
    const registration = await this.sight.of(tx.em, actor, id, (by, _one, conference) => staffMay(by, 'registration.enter', conference));
    if (isRefusal(registration)) return registration;
    const [added, removed] = [checkTags(add ?? [], 'add'), checkTags(remove ?? [], 'remove')];
    if ('problems' in added) return invalid(added.problems);
    if ('problems' in removed) return invalid(removed.problems);
    const [kept] = await tx.query(CHANGE, [id, added, removed]);
    return kept === undefined ? refuse('registration.tags-full', { max: MOST_TAGS }) : { conferenceId: registration.conferenceId, added, removed };
  }

  /** Those in use in a conference, by name; the first 500. */
  async used(actor: Actor, conferenceId: ConferenceId): Promise<readonly UsedTag[] | Refusal> {
    const conference = await this.conditions.conference(this.work.reader, conferenceId);
    if (conference === null || !staffMay(actor, 'registration.read', conference)) return denied(actor);
    return rowsOf<UsedTag>(this.work.reader, USED, [conferenceId]);
  }
}
