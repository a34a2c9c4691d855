import type { programme as en } from '../en/programme.js';
import type { TranslationOf } from '../messages.js';

export const programme: TranslationOf<typeof en> = {
};
