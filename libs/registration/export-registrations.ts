import { Categories, Conferences } from '#conferences';
import type { Category, Conference } from '#conferences';
import type { Cell, Table } from '#documents';
import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { t } from '#i18n';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { exportColumns } from './export-columns.js';
import type { ExportColumn } from './export-columns.js';
import { RegistrationBatches } from './registration-batches.js';
import { staffMay } from './registration.policy.js';

export interface RegistrationExport {
  readonly conference: Conference;
  readonly table: Table;
}

/**
 * All registrations of a conference as a table that flows: rows are read as they are taken, so that a million need no
 * more memory than a hundred. That it was asked for is in the audit log before the first row leaves.
 */
@Injectable()
export class ExportRegistrations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly categories: Categories,
    private readonly batches: RegistrationBatches,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, conferenceId: ConferenceId, options: { format: string; locale: string }): Promise<RegistrationExport | Refusal> {
    const conference = isId(conferenceId) ? await this.conferences.byId(this.work.reader, conferenceId) : null;
    if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
    if (!staffMay(actor, 'registration.export', conference)) return denied(actor);
    await this.work.run((tx) => this.audit.write(tx, {
      actor, action: 'registration.exported', subjectKind: 'conference', subjectId: conference.id, conferenceId: conference.id, data: { format: options.format },
    }));
    const categories = await this.categories.ofConferences(this.work.reader, [conference.id]);
    const forms = await this.categories.forms(this.work.reader, categories.map(({ id, formVersion }) => ({ categoryId: id, version: formVersion })));
    const columns = exportColumns(options.locale, categories.map((category) => ({
      category, questions: forms.find(({ categoryId }) => categoryId === category.id)?.questions ?? [],
    })));
    return { conference, table: { name: t(options.locale, 'export.registration.sheet'), columns, rows: this.rows(conference, categories, columns) } };
  }

  private async* rows(conference: Conference, categories: readonly Category[], columns: readonly ExportColumn[]): AsyncGenerator<readonly Cell[]> {
    const byId = new Map(categories.map((category) => [category.id, category]));
    for await (const { registration, person } of this.batches.of(conference.id)) {
      const category = byId.get(registration.categoryId) ?? await this.categories.byId(this.work.reader, registration.categoryId);
      if (category === null) throw new Error(`registration ${registration.id} has no category`);
      byId.set(category.id, category);
      yield columns.map((column) => column.cell({ registration, person, category }));
    }
  }
}
