import { Clock } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

const DAY_MS = 86_400_000;
/** How long the trace of a dead link or sign-in helps to answer "why can I not come in?". */
export const KEPT_DAYS = 7;

const DEAD: readonly string[] = [
  'DELETE FROM sign_in_link WHERE expires_at < $1 RETURNING id',
  'DELETE FROM sign_in WHERE least(expires_at, ended_at) < $1 RETURNING id',
  'DELETE FROM staff_sign_in WHERE expires_at < $1 RETURNING id',
  'DELETE FROM sign_in_check WHERE expires_at < $1 RETURNING id',
];

/** Throws away links and sign-ins that have been dead for a week; they hold addresses. */
@Injectable()
export class ForgetSignIns {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** @returns how many rows went */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    let sum = 0;
    for (const statement of DEAD) sum += (await rowsOf(this.work.reader, statement, [before])).length;
    return sum;
  }
}
