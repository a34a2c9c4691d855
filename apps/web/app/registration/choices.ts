import countries from 'i18n-iso-countries';

/** Countries and regions to choose from, ISO 3166-1 alpha-2. */
export const COUNTRIES: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();

/** Languages that conferences of this kind interpret, most asked for first. */
export const LANGUAGES: readonly string[] = ['zh', 'en', 'ar', 'es', 'fr', 'ru', 'pt', 'id', 'th', 'vi', 'ja', 'ko', 'de', 'hi', 'ms', 'sw', 'it', 'tr', 'fa', 'ur', 'lo', 'km', 'my', 'mn', 'kk'];
