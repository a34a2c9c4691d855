import { Clock } from '#kernel';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  constructor(private at: Date = new Date('2026-03-02T08:00:00Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  moveBy(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }

  moveTo(instant: Date): void {
    this.at = instant;
  }
}
