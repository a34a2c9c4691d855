import type { ContactImportId, SeriesId } from '#kernel';
import { job } from '#platform';

/** Reads an imported file and tries it, without writing a contact. A job of an older revision does nothing. */
export const checkContactImport = job<{ importId: ContactImportId; revision: number }>('contacts.check-import', { queue: 'work', attempts: 5 });

/** Writes what a file says, a batch a transaction; a run that was cut off is taken up where it ended. */
export const applyContactImport = job<{ importId: ContactImportId }>('contacts.apply-import', { queue: 'work', attempts: 20 });

/** Takes back what an import wrote, likewise. */
export const undoContactImport = job<{ importId: ContactImportId }>('contacts.undo-import', { queue: 'work', attempts: 20 });

/** Looks for contacts of a series that may be one person. */
export const findDuplicateContacts = job<{ seriesId: SeriesId }>('contacts.find-duplicates', { queue: 'work', attempts: 5 });
