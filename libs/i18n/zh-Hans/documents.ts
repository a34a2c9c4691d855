import type { documents as en } from '../en/documents.js';
import type { TranslationOf } from '../messages.js';

export const documents: TranslationOf<typeof en> = {
};
