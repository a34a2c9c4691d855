import type { mail as en } from '../en/mail.js';
import type { TranslationOf } from '../messages.js';

export const mail: TranslationOf<typeof en> = {
};
