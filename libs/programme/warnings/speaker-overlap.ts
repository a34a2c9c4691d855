import type { LocalizedText } from '#kernel';
import { overlappingPairs } from './programme-under-check.js';
import type { ProgrammeCheck, SessionUnderCheck } from './programme-under-check.js';

type Named = SessionUnderCheck['speakers'][number];

/**
 * A speaker in two places at one time: the same registered person or, where one of the two is not linked to a person,
 * the same printed name in a language that both have.
 */
export const speakerOverlap: ProgrammeCheck = ({ sessions }) =>
  overlappingPairs(sessions).flatMap(([one, other]) =>
    one.speakers.filter((speaker) => other.speakers.some((candidate) => isSamePerson(speaker, candidate))).map((speaker) => ({
      code: 'programme.speaker-overlap' as const,
      sessionIds: [one.id, other.id],
      values: { speaker: speaker.name },
    })));

/** The same registered person or, where one of two is not linked to a person, the same printed name. */
export function isSamePerson(one: Named, other: Named): boolean {
  if (one.personId !== null && other.personId !== null) return one.personId === other.personId;
  return sharesName(one.name, other.name);
}

/** Whether two print alike in a language that both have. */
export function sharesName(one: LocalizedText, other: LocalizedText): boolean {
  return Object.entries(one).some(([tag, name]) => {
    const theirs = other[tag];
    return theirs !== undefined && folded(theirs) === folded(name);
  });
}

const folded = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('und').replace(/\s+/gu, ' ').trim();
