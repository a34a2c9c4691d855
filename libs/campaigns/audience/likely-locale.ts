import { isLocale } from '#i18n';
import { countriesOf, REGIONS } from './regions.js';

/** The language of the house that most people of a country read, where CLDR's likely subtags name one: CN zh-Hans, EG ar, BR pt. */
const LIKELY: Readonly<Record<string, string>> = Object.fromEntries(countriesOf(REGIONS).flatMap((country) => {
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  const tag = language === 'zh' ? `zh-${script ?? 'Hans'}` : language;
  return tag !== undefined && isLocale(tag) ? [[country, tag]] : [];
}));

/** The language of letters to a row named `contact`: its own, else that of its country, else the conference's first. */
export function localeSql({ locales }: { readonly locales: readonly string[] }, parameters: unknown[]): string {
  return `coalesce(contact.locale, $${parameters.push(JSON.stringify(LIKELY))}::jsonb ->> contact.country, $${parameters.push(locales[0] ?? 'en')}::text)`;
}
