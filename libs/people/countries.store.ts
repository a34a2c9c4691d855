import { Clock } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { CountryOverrideRow } from './country-override.entity.js';
import { CountryTable } from './countries.js';

const KEPT_MS = 10_000;

/** The installation's countries, read again at most every ten seconds. */
@Injectable()
export class Countries {
  private kept: { readonly table: Promise<CountryTable>; readonly until: number } | undefined;

  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async table(): Promise<CountryTable> {
    const now = this.clock.now().getTime();
    if (this.kept === undefined || now >= this.kept.until) this.kept = { table: this.read(), until: now + KEPT_MS };
    return this.kept.table;
  }

  private async read(): Promise<CountryTable> {
    try {
      return new CountryTable(await this.work.reader.find(CountryOverrideRow));
    } catch (fault) {
      this.kept = undefined;
      throw fault;
    }
  }
}
