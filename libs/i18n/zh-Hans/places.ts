import type { places as en } from '../en/places.js';
import type { TranslationOf } from '../messages.js';

export const places: TranslationOf<typeof en> = {
};
