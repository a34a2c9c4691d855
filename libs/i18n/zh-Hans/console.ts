import type { console as en } from '../en/console.js';
import type { TranslationOf } from '../messages.js';

export const console: TranslationOf<typeof en> = {
};
