import { localeName, locales } from '#i18n';
import { searchWords } from '#kernel';

const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['zh', 'cn', 'zh-CN', 'Chinese', 'Mandarin', 'Simplified Chinese', '中文', '汉语', '普通话', '简体', '国语', '华语', '中文简体'],
  'zh-Hant': ['zh-TW', 'zh-HK', 'Traditional Chinese', '繁体', '繁體', '中文繁体', '繁体中文', '粤语'],
  'en': ['eng', '英文', '英语'], 'es': ['Castilian', '西班牙文', '西语'], 'fr': ['法文', '法语'], 'ru': ['俄文', '俄语'], 'ar': ['阿拉伯文', '阿语'],
  'pt': ['葡萄牙文', '葡语', 'Brazilian Portuguese', 'pt-BR', 'pt-PT'], 'id': ['印尼语', '印尼文', 'Bahasa'], 'th': ['泰文'], 'vi': ['越南文', '越语'],
};

let known: ReadonlyMap<string, string> | undefined;

function table(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const chinese = new Intl.DisplayNames('zh-Hans', { type: 'language' });
  const key = (name: string): string => searchWords(name).join('');
  for (const locale of locales()) {
    const names = [locale, localeName(locale), english.of(locale), chinese.of(locale), ...(SPOKEN[locale] ?? [])];
    for (const name of names) if (name !== undefined && !found.has(key(name))) found.set(key(name), locale);
  }
  return found;
}

/** The language of the house that a cell names: a BCP 47 tag, or the language's name in English, in Chinese or in itself. */
export function languageNamed(cell: string): string | undefined {
  known ??= table();
  const words = searchWords(cell);
  return known.get(words.join('')) ?? (/^[a-z]{2}$/.test(words[0] ?? '') && words.length === 2 ? known.get(words[0] ?? '') : undefined);
}
