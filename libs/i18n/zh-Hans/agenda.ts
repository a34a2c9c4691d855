import type { agenda as en } from '../en/agenda.js';
import type { TranslationOf } from '../messages.js';

export const agenda: TranslationOf<typeof en> = {
};
