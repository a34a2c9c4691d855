import { Injectable } from '@nestjs/common';
import { invalid, isId, newId, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, Refusal, SessionId, SpeakerId } from '#kernel';
import { People } from '#people';
import type { Tx } from '#platform';
import { Speaker } from './speaker.entity.js';
import { MOST_SPEAKERS } from './speaker-input.js';
import type { NewSpeaker } from './speaker-input.js';
import { sharesName } from './warnings/speaker-overlap.js';

/** The rows of a session's speakers. */
@Injectable()
export class SpeakerRows {
  constructor(private readonly people: People) {}

  /** Adds one at the end. */
  async add(tx: Tx, session: { id: SessionId; conferenceId: ConferenceId }, speaker: NewSpeaker): Promise<SpeakerId | Refusal<'input.invalid'>> {
    const before = await tx.em.find(Speaker, { where: { sessionId: session.id }, order: { position: 'ASC' } });
    if (before.length >= MOST_SPEAKERS) return invalid([{ path: 'speaker', code: 'too-many', data: { max: MOST_SPEAKERS } }]);
    const all = [...before, speaker];
    const refused = await this.replace(tx, session, all);
    if (refused !== undefined) return refused;
    return (await tx.em.findOneByOrFail(Speaker, { sessionId: session.id, position: all.length })).id;
  }

  /** Puts a list of speakers in the place of the one before, who is on both keeps the id, with it the answer, and the link to a person unless another is given; refused where one is linked to a person that is not there. */
  async replace(tx: Tx, session: { id: SessionId; conferenceId: ConferenceId }, speakers: readonly NewSpeaker[]): Promise<Refusal<'input.invalid'> | undefined> {
    const linked = speakers.flatMap(({ personId }) => (personId == null ? [] : [personId]));
    const known = new Set(linked.length === 0 ? [] : (await this.people.byIds(tx.em, linked.filter(isId))).map((person) => person.id));
    const problems = speakers.flatMap(({ personId }, index) =>
      (personId == null || known.has(personId) ? [] : [{ path: `speakers.${index}.personId`, code: 'unknown' }]));
    if (problems.length > 0) return invalid(problems);
    const before = await tx.em.findBy(Speaker, { sessionId: session.id });
    await tx.em.delete(Speaker, { sessionId: session.id });
    if (speakers.length === 0) return undefined;
    const kept = keptRows(before, speakers);
    await tx.em.insert(Speaker, speakers.map((speaker, index) => ({
      id: kept[index]?.id ?? newId<'Speaker'>(), conferenceId: session.conferenceId, sessionId: session.id, position: index + 1,
      name: tidyLocalized(speaker.name, 'line'), affiliation: tidyOptional(speaker.affiliation, 'line'),
      role: speaker.role, personId: (speaker.personId === undefined ? kept[index]?.personId : speaker.personId) ?? null,
    })));
    return undefined;
  }
}

/** For each speaker the row that the same one had: by the person, else by the printed name. */
function keptRows(before: readonly Speaker[], speakers: readonly NewSpeaker[]): readonly (Speaker | undefined)[] {
  const left = [...before];
  return speakers.map(({ name, personId }) => {
    const index = left.findIndex((one) => (personId != null && one.personId !== null ? one.personId === personId : sharesName(one.name, tidyLocalized(name, 'line'))));
    return index < 0 ? undefined : left.splice(index, 1)[0];
  });
}
