import { readersStamps } from '#conferences';
import { Clock } from '#kernel';
import type { PoolKind } from '#places';
import { Batches, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

interface Asked {
  readonly slug: string;
  readonly pools: readonly PoolKind[];
}

/** Reads stamps of conferences: those who ask at the same time share a statement, which begins after the last of them asked. */
@Injectable()
export class ReadersStamps {
  private readonly batches = new Batches((asked: readonly Asked[]) => this.read(asked), 1_000);

  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** Changes with whatever readers can see of the conference; nothing where there is no such conference. */
  of(asked: Asked): Promise<string | undefined> {
    return this.batches.ask(asked);
  }

  private async read(asked: readonly Asked[]): Promise<(string | undefined)[]> {
    const keys = asked.map(({ slug, pools }) => `${pools.join(',')} ${slug}`);
    const different = new Map(asked.map((one, at) => [keys[at] ?? '', one]));
    const stamps = await readersStamps(this.work.reader, [...different.values()], this.clock.now());
    const byKey = new Map([...different.keys()].map((key, at) => [key, stamps[at]]));
    return keys.map((key) => byKey.get(key));
  }
}
