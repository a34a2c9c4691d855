import type { ProgrammeCheck, SessionUnderCheck, SpeakerUnderCheck } from './programme-under-check.js';
import { isSamePerson } from './speaker-overlap.js';

/** A speaker at a time when they said that they are not there; said once, it holds for all their sessions. */
export const speakerUnavailable: ProgrammeCheck = ({ sessions }) => {
  const said = sessions.flatMap(({ speakers }) => speakers).filter(({ available }) => available !== null);
  return sessions.flatMap((session) => session.speakers.filter((speaker) => isAway(speaker, session, said)).map((speaker) => ({
    code: 'programme.speaker-unavailable' as const, sessionIds: [session.id], values: { speaker: speaker.name },
  })));
};

/** A speaker who declined and is still on the programme. */
export const speakerDeclined: ProgrammeCheck = ({ sessions }) =>
  sessions.flatMap((session) => session.speakers.filter(({ state }) => state === 'DECLINED').map((speaker) => ({
    code: 'programme.speaker-declined' as const, sessionIds: [session.id], values: { speaker: speaker.name },
  })));

function isAway(speaker: SpeakerUnderCheck, { startsAt, endsAt }: SessionUnderCheck, said: readonly SpeakerUnderCheck[]): boolean {
  const intervals = said.filter((one) => isSamePerson(one, speaker)).flatMap(({ available }) => available ?? []);
  const isThere = intervals.some((one) => Date.parse(one.startsAt) <= startsAt.getTime() && endsAt.getTime() <= Date.parse(one.endsAt));
  return !isThere && said.some((one) => isSamePerson(one, speaker));
}
