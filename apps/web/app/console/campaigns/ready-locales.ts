/** The languages in which the house has letters ready, in the order in which editors are offered them. */
export const READY_LOCALES = ['en', 'zh-Hans', 'es', 'fr', 'ru', 'ar', 'pt', 'id'] as const;
