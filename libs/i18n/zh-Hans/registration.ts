import type { registration as en } from '../en/registration.js';
import type { TranslationOf } from '../messages.js';

export const registration: TranslationOf<typeof en> = {
};
