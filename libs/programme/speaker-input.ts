import { isId, localizedTextProblems, newId, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, FieldProblem, LocalizedText, PersonId, SessionId } from '#kernel';
import type { Tx } from '#platform';
import { Speaker } from './speaker.entity.js';
import type { SpeakerRole } from './speaker.entity.js';

export interface NewSpeaker {
  readonly name: LocalizedText;
  readonly affiliation?: LocalizedText | null | undefined;
  readonly role: SpeakerRole;
  readonly personId?: PersonId | null | undefined;
}

export const MOST_SPEAKERS = 100;

export function speakerProblems(speakers: readonly NewSpeaker[]): FieldProblem[] {
  if (speakers.length > MOST_SPEAKERS) return [{ path: 'speakers', code: 'too-many', data: { max: MOST_SPEAKERS } }];
  return speakers.flatMap((speaker, index) => [
    ...localizedTextProblems(`speakers.${index}.name`, speaker.name, 'line', true),
    ...localizedTextProblems(`speakers.${index}.affiliation`, speaker.affiliation, 'line'),
    ...(speaker.personId == null || isId(speaker.personId) ? [] : [{ path: `speakers.${index}.personId`, code: 'unknown' }]),
  ]);
}

/** Puts a list of speakers in the place of the one before. */
export async function replaceSpeakers(tx: Tx, session: { id: SessionId; conferenceId: ConferenceId }, speakers: readonly NewSpeaker[]): Promise<void> {
  await tx.em.delete(Speaker, { sessionId: session.id });
  if (speakers.length === 0) return;
  await tx.em.insert(Speaker, speakers.map((speaker, index) => ({
    id: newId<'Speaker'>(), conferenceId: session.conferenceId, sessionId: session.id, position: index + 1,
    name: tidyLocalized(speaker.name, 'line'), affiliation: tidyOptional(speaker.affiliation, 'line'),
    role: speaker.role, personId: speaker.personId ?? null,
  })));
}
