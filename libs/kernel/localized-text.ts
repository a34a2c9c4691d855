/** Text for people in several languages: BCP 47 tag to string. */
export type LocalizedText = Readonly<Record<string, string>>;

/**
 * The text for a reader: the exact language, then the same language in any script or region, then `fallbacks` in order,
 * then whatever there is. Empty only when nothing was written.
 */
export function textFor(text: LocalizedText, locale: string, fallbacks: readonly string[] = ['en', 'zh-Hans']): string {
  const language = locale.split('-')[0] ?? locale;
  const kin = Object.keys(text).find((tag) => tag.split('-')[0] === language);
  const order = [locale, ...(kin === undefined ? [] : [kin]), ...fallbacks, ...Object.keys(text)];
  for (const tag of order) {
    const found = text[tag];
    if (found !== undefined && found !== '') return found;
  }
  return '';
}
