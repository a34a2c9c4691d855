export type { MessageKey } from './en/index.js';
export * from './locales.js';
export { t, isMessageKey, intlTag } from './translate.js';
export type { MessageValues } from './translate.js';
export * from './format.js';
export { checkCatalogues, houseCatalogues } from './check-catalogues.js';
export type { CatalogueSet } from './check-catalogues.js';
