import type { RateAnswer, RateLimit, RateLimiter } from './rate-limiter.js';

interface Lease {
  left: number;
  /** Of the monotonic clock, in milliseconds: when the window ends in which it was counted. */
  until: number;
  size: number;
  isAsking: boolean;
}

/** A subject may lease so large a part of its limit at once. */
const PART = 100;
const MOST_SUBJECTS = 10_000;

/**
 * Counts what is asked so often that a statement each would cost more than the answer: who asks again and again has some of
 * the limit counted in advance (1, 2, 4 and so on to a hundredth), which is then handed out here until the window ends. All
 * processes together let nobody do more than `RateLimiter` would; somebody who spreads over several may be refused earlier by
 * what others of them hold in advance.
 */
export class LeasedLimits {
  private readonly leases = new Map<string, Lease>();

  /** @param now milliseconds of a clock that only runs forward */
  constructor(private readonly limiter: Pick<RateLimiter, 'take' | 'lease'>, private readonly now: () => number = () => performance.now()) {}

  /** Takes one from what `subject` may do. */
  async take(subject: string, limit: RateLimit): Promise<RateAnswer> {
    const key = `${limit.perSeconds} ${subject}`;
    const lease = this.leaseOf(key);
    if (lease.left > 0) {
      lease.left -= 1;
      return { ok: true };
    }
    // Those who come while more is asked for are counted one by one, in the statement of all who ask now.
    if (lease.isAsking) return this.limiter.take(subject, 1, limit);
    lease.isAsking = true;
    try {
      return await this.renew(lease, subject, limit);
    } finally {
      lease.isAsking = false;
    }
  }

  private async renew(lease: Lease, subject: string, limit: RateLimit): Promise<RateAnswer> {
    const askedAt = this.now();
    const size = Math.max(1, Math.min(lease.size * 2, Math.floor(limit.limit / PART)));
    const answer = await this.limiter.lease(subject, size, limit);
    if (!answer.ok) return size === 1 ? answer : this.limiter.take(subject, 1, limit);
    // Counted from before the statement, so that nothing is handed out in the next window.
    Object.assign(lease, { size, left: size - 1, until: askedAt + answer.secondsLeft * 1_000 });
    return { ok: true };
  }

  private leaseOf(key: string): Lease {
    const present = this.leases.get(key);
    if (present !== undefined) {
      if (present.until <= this.now()) Object.assign(present, { left: 0, size: 0.5 });
      return present;
    }
    const lease: Lease = { left: 0, until: Infinity, size: 0.5, isAsking: false };
    this.leases.set(key, lease);
    const [oldest] = this.leases.keys();
    if (oldest !== undefined && this.leases.size > MOST_SUBJECTS) this.leases.delete(oldest);
    return lease;
  }
}
