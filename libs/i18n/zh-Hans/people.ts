import type { people as en } from '../en/people.js';
import type { TranslationOf } from '../messages.js';

export const people: TranslationOf<typeof en> = {
};
