import { Audit, denied, may } from '#identity';
import type { Actor } from '#identity';
import { invalid, localizedTextProblems, tidyOptional } from '#kernel';
import type { FieldProblem, LocalizedText, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { CountryOverrideRow } from './country-override.entity.js';
import { CountryTable } from './countries.js';
import type { CountryOverride } from './countries.js';

export interface CountryOverrideInput {
  readonly code: string;
  readonly names?: LocalizedText | null | undefined;
  readonly hidden: boolean;
}

// ISO 3166-1, 8.1.3: AA, QM to QZ, XA to XZ and ZZ are never assigned, for whoever needs a code of their own.
const OWN_CODE = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;
const standard = new CountryTable();

/** Writes a line of the installation's own table of countries; every process follows within ten seconds. */
@Injectable()
export class OverrideCountry {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit) {}

  async run(actor: Actor, input: CountryOverrideInput): Promise<CountryOverride | Refusal> {
    if (!may(actor, 'series.edit', {})) return denied(actor);
    const code = input.code.trim().toUpperCase();
    const isOwn = OWN_CODE.test(code) && !standard.has(code);
    const names = tidyOptional(input.names, 'line');
    const problems: readonly FieldProblem[] = [
      ...(isOwn || standard.has(code) ? [] : [{ path: 'code', code: 'country.unknown' }]),
      ...localizedTextProblems('names', input.names, 'line', isOwn),
    ];
    if (problems.length > 0) return invalid(problems);
    return this.work.run(async (tx) => {
      await tx.em.upsert(CountryOverrideRow, { code, names, hidden: input.hidden }, ['code']);
      await this.audit.write(tx, { actor, action: 'country.overridden', subjectKind: 'country', subjectId: null, data: { code, hidden: input.hidden } });
      return { code, names, hidden: input.hidden };
    });
  }
}
