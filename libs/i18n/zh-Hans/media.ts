import type { media as en } from '../en/media.js';
import type { TranslationOf } from '../messages.js';

export const media: TranslationOf<typeof en> = {
};
