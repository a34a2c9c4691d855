import { Injectable } from '@nestjs/common';
import { invalid, isId, newId, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, Refusal, SessionId } from '#kernel';
import { People } from '#people';
import type { Tx } from '#platform';
import { Speaker } from './speaker.entity.js';
import type { NewSpeaker } from './speaker-input.js';

/** The rows of a session's speakers. */
@Injectable()
export class SpeakerRows {
  constructor(private readonly people: People) {}

  /** Puts a list of speakers in the place of the one before; refused where one is linked to a person that is not there. */
  async replace(tx: Tx, session: { id: SessionId; conferenceId: ConferenceId }, speakers: readonly NewSpeaker[]): Promise<Refusal<'input.invalid'> | undefined> {
    const linked = speakers.flatMap(({ personId }) => (personId == null ? [] : [personId]));
    const known = new Set(linked.length === 0 ? [] : (await this.people.byIds(tx.em, linked.filter(isId))).map((person) => person.id));
    const problems = speakers.flatMap(({ personId }, index) =>
      (personId == null || known.has(personId) ? [] : [{ path: `speakers.${index}.personId`, code: 'unknown' }]));
    if (problems.length > 0) return invalid(problems);
    await tx.em.delete(Speaker, { sessionId: session.id });
    if (speakers.length === 0) return undefined;
    await tx.em.insert(Speaker, speakers.map((speaker, index) => ({
      id: newId<'Speaker'>(), conferenceId: session.conferenceId, sessionId: session.id, position: index + 1,
      name: tidyLocalized(speaker.name, 'line'), affiliation: tidyOptional(speaker.affiliation, 'line'),
      role: speaker.role, personId: speaker.personId ?? null,
    })));
    return undefined;
  }
}
