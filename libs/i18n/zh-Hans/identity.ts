import type { identity as en } from '../en/identity.js';
import type { TranslationOf } from '../messages.js';

export const identity: TranslationOf<typeof en> = {
};
