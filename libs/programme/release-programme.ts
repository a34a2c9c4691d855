import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { invalid, isRefusal, refuse, tidy } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { ProgrammeRelease } from './programme-release.entity.js';
import { ReleaseDesk } from './release-desk.js';
import type { ProgrammeReleased } from './release-desk.js';

export interface ReleaseToMake {
  readonly conferenceId: ConferenceId;
  /** For the editors; nobody is told of it. */
  readonly note?: string | null | undefined;
}

const LONGEST_NOTE = 1000;

function noteProblems(note: string | null | undefined): FieldProblem[] {
  return (note ?? '').length > LONGEST_NOTE ? [{ path: 'note', code: 'too-long', data: { max: LONGEST_NOTE } }] : [];
}

/**
 * Makes the draft what readers see, at once and completely. Each person whose forums got another time or place is told
 * in one letter. Refused while something blocks, and where nothing has changed since the last release.
 */
@Injectable()
export class ReleaseProgramme {
  constructor(private readonly work: UnitOfWork, private readonly desk: ReleaseDesk) {}

  async run(actor: Actor, input: ReleaseToMake, key?: string): Promise<ProgrammeReleased | Refusal> {
    const problems = noteProblems(input.note);
    if (problems.length > 0) return invalid(problems);
    const request = { principal: actor.principal, operation: 'releaseProgramme', key, arguments: input };
    return this.work.run((tx) => once(tx, request, async () => {
      const open = await this.desk.open(tx, actor, input.conferenceId);
      return isRefusal(open) ? open : this.desk.release(tx, actor, open, { note: noteOf(input), restores: null });
    }));
  }
}

export interface ReleaseToRestore extends ReleaseToMake {
  /** Of the release to go back to. */
  readonly number: number;
}

/** Makes an older release the newest one, and the draft: what was edited since is gone from both, and people are told. */
@Injectable()
export class RollBackProgramme {
  constructor(private readonly work: UnitOfWork, private readonly desk: ReleaseDesk) {}

  async run(actor: Actor, input: ReleaseToRestore, key?: string): Promise<ProgrammeReleased | Refusal> {
    const problems = noteProblems(input.note);
    if (problems.length > 0) return invalid(problems);
    const request = { principal: actor.principal, operation: 'rollBackProgramme', key, arguments: input };
    return this.work.run((tx) => once(tx, request, async () => {
      const open = await this.desk.open(tx, actor, input.conferenceId);
      if (isRefusal(open)) return open;
      const { number } = input;
      if (!await tx.em.existsBy(ProgrammeRelease, { conferenceId: open.conference.id, number })) return refuse('release.unknown', { number });
      await this.desk.snapshots.restore(tx, open.conference.id, number, actor.accountId, this.desk.now());
      return this.desk.release(tx, actor, open, { note: noteOf(input), restores: number });
    }));
  }
}

function noteOf({ note }: ReleaseToMake): string | null {
  const text = tidy(note ?? '');
  return text === '' ? null : text;
}
