import { localizedTextProblems } from '#kernel';
import type { FieldProblem, LocalizedText, PersonId } from '#kernel';
import type { SpeakerRole } from './speaker.entity.js';

export interface NewSpeaker {
  readonly name: LocalizedText;
  readonly affiliation?: LocalizedText | null | undefined;
  readonly role: SpeakerRole;
  readonly personId?: PersonId | null | undefined;
}

export const MOST_SPEAKERS = 100;

/** What is wrong with a list of speakers in itself. */
export function speakerProblems(speakers: readonly NewSpeaker[]): FieldProblem[] {
  if (speakers.length > MOST_SPEAKERS) return [{ path: 'speakers', code: 'too-many', data: { max: MOST_SPEAKERS } }];
  return speakers.flatMap((speaker, index) => [
    ...localizedTextProblems(`speakers.${index}.name`, speaker.name, 'line', true),
    ...localizedTextProblems(`speakers.${index}.affiliation`, speaker.affiliation, 'line'),
  ]);
}
