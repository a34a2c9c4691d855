import type { visits as en } from '../en/visits.js';
import type { TranslationOf } from '../messages.js';

export const visits: TranslationOf<typeof en> = {
};
