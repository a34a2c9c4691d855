import type { Conference } from '#conferences';
import type { Cell, Table } from '#documents';
import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { t } from '#i18n';
import { refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { exportColumns } from './export-columns.js';
import type { ExportColumn } from './export-columns.js';
import { ExportLines } from './export-lines.js';
import type { ListFilter } from './registration-list.js';
import { staffMay } from './registration.policy.js';

export interface RegistrationExport {
  readonly conference: Conference;
  readonly table: Table;
}

/**
 * All registrations of a conference, or those that a filter finds, as a table that flows: rows are read as they are taken, so that a million need no
 * more memory than a hundred. That it was asked for is in the audit log before the first row leaves.
 */
@Injectable()
export class ExportRegistrations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conditions: ConditionsDesk,
    private readonly lines: ExportLines,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, conferenceId: ConferenceId, options: { format: string; locale: string; filter?: ListFilter }): Promise<RegistrationExport | Refusal> {
    const conference = await this.conditions.conference(this.work.reader, conferenceId);
    if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
    if (!staffMay(actor, 'registration.export', conference)) return denied(actor);
    await this.work.run((tx) => this.audit.write(tx, {
      actor, action: 'registration.exported', subjectKind: 'conference', subjectId: conference.id, conferenceId: conference.id, data: { format: options.format, isFiltered: Object.values(options.filter ?? {}).some((part) => part !== undefined) },
    }));
    const forms = await this.conditions.categoriesOf(this.work.reader, conference.id);
    const columns = exportColumns(options.locale, forms);
    return { conference, table: { name: t(options.locale, 'export.registration.sheet'), columns, rows: this.rows(conference, columns, options.filter ?? {}) } };
  }

  private async* rows(conference: Conference, columns: readonly ExportColumn[], filter: ListFilter): AsyncGenerator<readonly Cell[]> {
    for await (const batch of this.lines.of(conference.id, filter)) {
      for (const line of batch) yield columns.map((column) => column.cell(line));
    }
  }
}
