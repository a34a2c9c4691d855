import type { ConferenceId } from '#kernel';
import { Pools } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Categories } from './categories.js';
import { CategoryWriter } from './category-writer.js';
import { Editions } from './editions.js';
import { touchConference } from './touch-conference.js';

export interface Cloning {
  readonly from: ConferenceId;
  readonly to: ConferenceId;
  /** The instant in the new edition that answers to one in the earlier. */
  readonly moved: (instant: Date) => Date;
}

/** Copies what hangs from a conference: hosts, and categories with pools of the same size and their newest forms. */
@Injectable()
export class CloneParts {
  constructor(
    private readonly editions: Editions,
    private readonly categories: Categories,
    private readonly writer: CategoryWriter,
    private readonly pools: Pools,
  ) {}

  async copy(tx: Tx, { from, to, moved }: Cloning): Promise<void> {
    await this.editions.copyHosts(tx, from, to);
    const categories = await this.categories.ofConferences(tx.em, [from]);
    const figures = await this.pools.figures(tx.em, categories.map(({ poolId }) => poolId));
    for (const category of categories) {
      const { key, title, description, needsApproval, invitationOnly, opensAt, closesAt, waitlistLimit, offerMinutes, asksTravelDocument } = category;
      const { questions } = await this.categories.form(tx.em, category);
      await this.writer.make(tx, to, key, {
        columns: {
          title, description, needsApproval, invitationOnly, waitlistLimit, offerMinutes, asksTravelDocument,
          opensAt: opensAt === null ? null : moved(opensAt),
          closesAt: closesAt === null ? null : moved(closesAt),
        },
        capacity: figures.get(category.poolId)?.size ?? null,
        questions,
      });
    }
    await touchConference(tx, to);
  }
}
