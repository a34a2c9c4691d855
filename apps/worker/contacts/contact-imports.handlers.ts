import { ApplyImport, applyContactImport, CheckImport, checkContactImport, FindDuplicates, findDuplicateContacts, UndoImport, undoContactImport } from '#contacts';
import type { ContactImportId, SeriesId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Reads an uploaded file and tries it. */
@Handles(checkContactImport)
export class CheckImportHandler implements JobHandler<{ readonly importId: ContactImportId; readonly revision: number }> {
  constructor(private readonly check: CheckImport) {}

  async handle({ importId, revision }: { readonly importId: ContactImportId; readonly revision: number }): Promise<void> {
    await this.check.run(importId, revision);
  }
}

/** Writes what a file says. */
@Handles(applyContactImport)
export class ApplyImportHandler implements JobHandler<{ readonly importId: ContactImportId }> {
  constructor(private readonly apply: ApplyImport) {}

  async handle({ importId }: { readonly importId: ContactImportId }): Promise<void> {
    await this.apply.run(importId);
  }
}

/** Takes back what an import wrote. */
@Handles(undoContactImport)
export class UndoImportHandler implements JobHandler<{ readonly importId: ContactImportId }> {
  constructor(private readonly undo: UndoImport) {}

  async handle({ importId }: { readonly importId: ContactImportId }): Promise<void> {
    await this.undo.run(importId);
  }
}

/** Looks for contacts that may be one person. */
@Handles(findDuplicateContacts)
export class FindDuplicatesHandler implements JobHandler<{ readonly seriesId: SeriesId }> {
  constructor(private readonly find: FindDuplicates) {}

  async handle({ seriesId }: { readonly seriesId: SeriesId }): Promise<void> {
    await this.find.run(seriesId);
  }
}
