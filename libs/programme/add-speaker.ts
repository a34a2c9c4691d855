import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import { parseEmail } from '#identity';
import type { Actor } from '#identity';
import { instantOf, invalid, isRefusal, refuse, textFor } from '#kernel';
import type { FieldProblem, Refusal, SessionId, SpeakerId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';
import { SessionAftermath } from './session-aftermath.js';
import type { Session } from './session.entity.js';
import { SessionRows } from './session-rows.js';
import type { AvailableInterval } from './speaker-contact.entity.js';
import { SpeakerDesk } from './speaker-desk.js';
import { speakerProblems } from './speaker-input.js';
import type { NewSpeaker } from './speaker-input.js';

export interface SpeakerToAdd extends NewSpeaker {
  readonly sessionId: SessionId;
  /** The version of the session that the editor saw. */
  readonly version: number;
  /** Where to ask; nobody is asked without. */
  readonly email?: string | null | undefined;
  /** Language of the letter, BCP 47; the conference's first where absent. */
  readonly locale?: string | undefined;
  /** Wall clock of the conference; at any time where absent. */
  readonly available?: readonly { readonly startsAt: string; readonly endsAt: string }[] | null | undefined;
}

/** Adds a speaker to a session, and asks by letter whether they come where there is an address. */
@Injectable()
export class AddSpeaker {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly rows: SessionRows,
    private readonly aftermath: SessionAftermath, private readonly desk: SpeakerDesk,
  ) {}

  async run(actor: Actor, input: SpeakerToAdd): Promise<{ speakerId: SpeakerId; sessionId: SessionId } | Refusal> {
    return this.work.run(async (tx) => {
      const seen = await this.rows.find(tx, input.sessionId);
      const [forum] = seen === null ? [] : await lockForums(tx, [seen.forumId]);
      if (forum === undefined) return refuse('session.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, forum.conferenceId, forum.id);
      if (isRefusal(conference)) return conference;
      const before = await this.rows.lock(tx, input.sessionId);
      if (before === null || before.forumId !== forum.id) return refuse('session.unknown');
      if (before.version !== input.version) {
        return refuse('session.changed-meanwhile', { sessionId: before.id, version: before.version, changedAt: before.changedAt, changedBy: before.changedBy });
      }
      const checked = checkedContact(input, conference.timeZone);
      if (isRefusal(checked)) return checked;
      const session = await this.rows.change(tx, actor, before, { forumId: forum.id, conferenceId: conference.id, times: before });
      const speakerId = await this.rows.speakers.add(tx, session, input);
      if (isRefusal(speakerId)) return speakerId;
      await this.desk.introduce(tx, speakerId, { conference, forum, session, name: input.name, ...checked, locale: input.locale ?? conference.locales[0] ?? 'en' });
      await this.shown(tx, session, forum);
      return { speakerId, sessionId: session.id };
    });
  }

  /** A speaker alone moves nothing. */
  private async shown(tx: Tx, session: Session, forum: Parameters<SessionAftermath['settle']>[2][number]['forum']): Promise<void> {
    await this.aftermath.settle(tx, session, [{ forum, kind: 'MOVED', before: null, after: null }]);
  }
}

interface CheckedContact {
  readonly email: string | null;
  readonly available: AvailableInterval[] | null;
}

function checkedContact(input: SpeakerToAdd, timeZone: string): CheckedContact | Refusal<'input.invalid'> {
  const email = input.email == null || input.email === '' ? null : parseEmail(input.email);
  const intervals = (input.available ?? []).map(({ startsAt, endsAt }) => ({ startsAt: instantOf(startsAt, timeZone), endsAt: instantOf(endsAt, timeZone) }));
  const problems: FieldProblem[] = [
    ...speakerProblems([input]).map((problem) => ({ ...problem, path: problem.path.replace('speakers.0.', '') })),
    ...(email === undefined ? [{ path: 'email', code: 'email.malformed' }] : []),
    ...intervals.flatMap((interval, index) => Object.entries(interval).flatMap(([path, found]) => (typeof found === 'string' ? [{ path: `available.${index}.${path}`, code: found }] : []))),
    ...intervals.flatMap(({ startsAt, endsAt }, index) => (startsAt instanceof Date && endsAt instanceof Date && endsAt <= startsAt ? [{ path: `available.${index}.endsAt`, code: 'time.not-after-start' }] : [])),
    ...(textFor(input.name, 'en') === '' ? [{ path: 'name', code: 'required' }] : []),
  ];
  if (problems.length > 0 || email === undefined) return invalid(problems);
  const available = intervals.flatMap(({ startsAt, endsAt }) => (startsAt instanceof Date && endsAt instanceof Date ? [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }] : []));
  return { email, available: input.available == null ? null : available };
}
