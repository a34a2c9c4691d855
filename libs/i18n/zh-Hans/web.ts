import type { web as en } from '../en/web.js';
import type { TranslationOf } from '../messages.js';

export const web: TranslationOf<typeof en> = {
};
