import { TextOverride } from './text-override.entity.js';

export { checkMend, placeOf } from './check-mend.js';
export type { PlacedText, TextToMend } from './check-mend.js';
export * from './fresh-texts.js';
export * from './languages.js';
export * from './languages.module.js';
export * from './mend-text.js';
export * from './text-override.entity.js';

export const languageEntities = [TextOverride];
