import type { conferences as en } from '../en/conferences.js';
import type { TranslationOf } from '../messages.js';

export const conferences: TranslationOf<typeof en> = {
};
